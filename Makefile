.PHONY: test generate bench run

test: ## all tests; what needs Neo4j or shared data that is not there says so and skips
	go test ./...

generate: ## regenerate the GraphQL code from the schema
	go tool gqlgen generate

bench: ## speed, side by side with hand-written Cypher and SQL; see bench/doc.go
	go test -run '^$$' -bench . -benchtime 2s -timeout 1h ./bench

run: ## the demonstration hub on http://127.0.0.1:8080
	go run .
