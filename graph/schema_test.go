package graph

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/vektah/gqlparser/v2/ast"

	"polehub/graph/input"
	"polehub/hub"
)

// schemaOf is the schema of the API.
func schemaOf() *ast.Schema { return Schema(New(&hub.Hub{})).Schema() }

// ours calls fn for each type that the hub declares, by name.
func ours(schema *ast.Schema, fn func(*ast.Definition)) {
	names := make([]string, 0, len(schema.Types))
	for name, d := range schema.Types {
		if !d.BuiltIn && !strings.HasPrefix(name, "__") {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	for _, name := range names {
		fn(schema.Types[name])
	}
}

func TestEverythingIsDescribed(t *testing.T) {
	schema := schemaOf()
	described := 0
	check := func(what, text string) {
		described++
		if text == "" || !strings.HasSuffix(text, ".") {
			t.Errorf("%s: the description %q is no sentence", what, text)
		}
	}
	ours(schema, func(d *ast.Definition) {
		check(d.Name, d.Description)
		for _, v := range d.EnumValues {
			check(d.Name+"."+v.Name, v.Description)
		}
		for _, f := range d.Fields {
			if strings.HasPrefix(f.Name, "__") {
				continue
			}
			check(d.Name+"."+f.Name, f.Description)
			for _, a := range f.Arguments {
				check(d.Name+"."+f.Name+"("+a.Name+")", a.Description)
			}
			if nullable := f.Type.NamedType != "" && !f.Type.NonNull; d.Kind == ast.Object && nullable && (f.Type.NamedType == "String" || f.Type.NamedType == "Date") &&
				!strings.Contains(f.Description, "null") && !strings.Contains(f.Description, "Null") && f.Name != "siren" {
				t.Errorf("%s.%s may be null and does not say what that means", d.Name, f.Name)
			}
		}
	})
	if described < 1500 {
		t.Errorf("only %d descriptions were looked at", described)
	}
}

// TestEnumsAreThoseOfTheHub: the API offers every code, in the order of the
// tables, and no other.
func TestEnumsAreThoseOfTheHub(t *testing.T) {
	schema := schemaOf()
	for _, e := range vocabularies(nil) {
		d := schema.Types[e.Name]
		if e.Name == "FlagCode" {
			continue // flags of other versions of the hub are kept: they are texts
		}
		if d == nil {
			t.Errorf("the schema has no enum %s", e.Name)
			continue
		}
		var codes []string
		for _, v := range d.EnumValues {
			codes = append(codes, v.Name)
		}
		if got, want := strings.Join(codes, " "), e.Codes(); got != want {
			t.Errorf("enum %s has %s, want %s", e.Name, got, want)
		}
	}
	var nouns, want []string
	for _, v := range schema.Types["Noun"].EnumValues {
		nouns = append(nouns, v.Name)
	}
	for _, n := range hub.Nouns() {
		want = append(want, input.Screaming(n.Name))
	}
	if !slices.Equal(nouns, want) {
		t.Errorf("enum Noun has %v, want %v", nouns, want)
	}
}

// TestIndicatorsAreThoseOfAnalysis: an indicator that package analysis computes
// can be asked for, and none that it does not.
func TestIndicatorsAreThoseOfAnalysis(t *testing.T) {
	var offered, defined []string
	for _, v := range schemaOf().Types["Indicator"].EnumValues {
		offered = append(offered, v.Name)
	}
	for _, d := range definitions() {
		defined = append(defined, string(d.ID))
	}
	if !slices.Equal(offered, defined) {
		t.Errorf("the schema offers %v, analysis defines %v", offered, defined)
	}
}

// TestCodesOfAnalysisAreOffered: every code that a measure may carry is in the
// schema. Package analysis declares them as constants, so they are read from
// its source.
func TestCodesOfAnalysisAreOffered(t *testing.T) {
	schema := schemaOf()
	for typ, enum := range map[string]string{
		"Status": "MeasureStatus", "Reason": "MeasureReason", "Warning": "MeasureWarning", "ScopeKind": "MeasureScopeKind",
		"BoundsMethod": "BoundsMethod", "Basis": "IndicatorBasis", "Reading": "IndicatorDirection", "Kind": "IndicatorKind", "Direction": "ProjectionDirection",
		"Confirm": "ProjectionConfirm", "Silence": "ProjectionSilence", "KnownRule": "ProjectionRule", "AbsenceRule": "ProjectionAbsence",
		"Groups": "ProjectionGroups", "CarrierRule": "ProjectionCarrier", "Weight": "ProjectionWeight", "Expansion": "ProjectionExpansion",
		"Subject": "IndicatorSubject", "Mode": "NetworkMode", "IntervalMethod": "IntervalMethod", "NullModel": "NullModel", "Parameter": "ProjectionParameter",
	} {
		var offered []string
		for _, v := range schema.Types[enum].EnumValues {
			offered = append(offered, v.Name)
		}
		slices.Sort(offered)
		if declared := constants(t, typ); len(declared) == 0 || !slices.Equal(offered, declared) {
			t.Errorf("%s offers %v, analysis declares %v", enum, offered, declared)
		}
	}
}

// constants are the values of the constants of a type of package analysis,
// sorted.
func constants(t *testing.T, typ string) []string {
	t.Helper()
	files, err := filepath.Glob("../analysis/*.go")
	if err != nil {
		t.Fatal(err)
	}
	var values []string
	for _, name := range files {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range regexp.MustCompile(`(?m)^\t\w+\s+`+typ+`\s+= "(\w+)"`).FindAllStringSubmatch(string(text), -1) {
			values = append(values, m[1])
		}
	}
	slices.Sort(values)
	return values
}

// typeOf is the name of the type of records of a noun.
func typeOf(n *hub.Noun) string {
	if n == hub.RoleNoun {
		return "PoleRole"
	}
	return strings.ToUpper(n.Name[:1]) + n.Name[1:]
}

// TestFiltersFitTheNouns builds a filter from every operator on every field of
// every where input, and follows every relation one step.
func TestFiltersFitTheNouns(t *testing.T) {
	schema := schemaOf()
	tried := 0
	for _, n := range hub.Nouns() {
		where := schema.Types[typeOf(n)+"Where"]
		if where == nil {
			continue
		}
		for _, f := range where.Fields {
			inner := schema.Types[f.Type.Name()]
			for _, value := range whereValues(inner, f) {
				tried++
				if _, err := input.Filter(n, map[string]any{f.Name: value}); err != nil {
					t.Errorf("%s: {%s: %v}: %v", where.Name, f.Name, value, err)
				}
			}
		}
	}
	if tried < 300 {
		t.Errorf("only %d conditions were tried", tried)
	}
}

// TestFiltersHaveTheNamesOfAnswers: a relation is asked for by the name under
// which answers show it; those that no answer shows are few.
func TestFiltersHaveTheNamesOfAnswers(t *testing.T) {
	schema := schemaOf()
	var unshown []string
	for _, n := range hub.Nouns() {
		answer, where := schema.Types[typeOf(n)], schema.Types[typeOf(n)+"Where"]
		if where == nil {
			continue
		}
		for _, f := range where.Fields {
			if n.Relation(f.Name) != nil && answer.Fields.ForName(f.Name) == nil {
				unshown = append(unshown, n.Name+"."+f.Name)
			}
		}
	}
	if got, want := strings.Join(unshown, " "), "organisation.parties"; got != want {
		t.Errorf("not in answers: %s, want %s", got, want)
	}
}

// whereValues are values for a field of a where input: one for each operator
// or quantifier.
func whereValues(d *ast.Definition, f *ast.FieldDefinition) []any {
	switch {
	case f.Type.Elem != nil: // AND, OR
		return []any{[]any{map[string]any{}}}
	case d.Kind != ast.InputObject:
		return []any{sample(d)}
	case strings.HasSuffix(d.Name, "Where"):
		return []any{map[string]any{}}
	}
	var values []any
	for _, operator := range d.Fields {
		v := sampleOf(operator.Type, func(name string) any {
			if strings.HasSuffix(name, "Where") {
				return map[string]any{}
			}
			return scalarSample(name)
		})
		if enum := enumCodes[operator.Type.Name()]; enum != nil {
			v = sampleOf(operator.Type, func(string) any { return enum.Values[0].Code })
		}
		values = append(values, map[string]any{operator.Name: v})
	}
	return values
}

func sample(d *ast.Definition) any { return scalarSample(d.Name) }

func sampleOf(typ *ast.Type, one func(string) any) any {
	if typ.Elem != nil {
		return []any{one(typ.Elem.Name())}
	}
	return one(typ.Name())
}

func scalarSample(name string) any {
	switch name {
	case "Boolean":
		return true
	case "Int":
		return int64(3)
	case "Float":
		return 1.5
	case "Decimal":
		return "0.25"
	case "Date":
		return "2024-05-01"
	case "ID":
		return "org:x"
	}
	return "12"
}

// enumCodes are the enumerations by name; test data only.
var enumCodes = func() map[string]*hub.Enum {
	all := map[string]*hub.Enum{}
	for _, e := range vocabularies(nil) {
		all[e.Name] = e
	}
	return all
}()

func TestOrdersFitTheNouns(t *testing.T) {
	schema := schemaOf()
	for _, n := range hub.Nouns() {
		fields := schema.Types[typeOf(n)+"OrderField"]
		if fields == nil {
			continue
		}
		for _, v := range fields.EnumValues {
			order, err := input.Order(n, []any{map[string]any{"field": v.Name, "direction": "DESC"}})
			if err != nil || len(order) != 1 || !order[0].Desc {
				t.Errorf("%s.%s: %v %v", fields.Name, v.Name, order, err)
			}
		}
	}
}

// TestInputsCoverTheNouns: what the hub keeps can be written, and nothing else
// is offered.
func TestInputsCoverTheNouns(t *testing.T) {
	schema := schemaOf()
	extra := []string{"idempotencyKey", "id"}
	for _, n := range hub.Nouns() {
		for _, verb := range []string{"Create", "Update"} {
			d := schema.Types[verb+typeOf(n)+"Input"]
			if d == nil {
				t.Errorf("there is no %s%sInput", verb, typeOf(n))
				continue
			}
			for _, f := range n.Fields {
				derived := f == hub.IdentifierNoun.Field("valid") // what is said of it does not count
				if (d.Fields.ForName(input.NameOf(f.Name)) == nil) != derived {
					t.Errorf("%s: field %s, want it %v", d.Name, input.NameOf(f.Name), !derived)
				}
			}
			for _, f := range d.Fields {
				part := n.Relation(f.Name) != nil && verb == "Create"
				if input.FieldNamed(n, f.Name) == nil && !part && !slices.Contains(extra, f.Name) {
					t.Errorf("%s.%s stands for nothing", d.Name, f.Name)
				}
			}
		}
		for _, verb := range []string{"create", "update", "delete"} {
			if schema.Mutation.Fields.ForName(verb+typeOf(n)) == nil {
				t.Errorf("there is no mutation %s%s", verb, typeOf(n))
			}
		}
		dated := n.Field("validTo") != nil || n == hub.PoleNoun || n == hub.ContractNoun || n == hub.OrganisationNoun
		if (schema.Mutation.Fields.ForName("end"+typeOf(n)) != nil) != dated {
			t.Errorf("end%s: want it %v", typeOf(n), dated)
		}
	}
}

// TestSDLIsTheRepository: what is served is what is committed.
func TestSDLIsTheRepository(t *testing.T) {
	files, err := filepath.Glob("schema/*.graphqls")
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(files)
	var texts []string
	for _, name := range append([]string{"../schema.graphqls"}, files...) {
		text, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		texts = append(texts, string(text))
	}
	if got, want := SDL(), strings.Join(texts, "\n"); got != want {
		t.Errorf("the served SDL has %d bytes, the files %d: run go tool gqlgen generate", len(got), len(want))
	}
}
