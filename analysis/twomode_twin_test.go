package analysis

// naive computes the indicators from the matrix.
func (x incidence) naive() map[string]float64 {
	n1, n2 := len(x.cells), x.columns
	rows, columns := make([][]bool, n1), make([][]bool, n2)
	for j := range columns {
		columns[j] = make([]bool, n1)
	}
	for i := range rows {
		rows[i] = make([]bool, n2)
		for j, c := range x.cells[i] {
			rows[i][j], columns[j][i] = c == 1, c == 1
		}
	}
	out := map[string]float64{}
	var ties, longer float64
	for i := range rows {
		for j := range columns {
			if rows[i][j] {
				ties++
				longer += (count(rows[i]) - 1) * (count(columns[j]) - 1)
			}
		}
	}
	cycles := 0.0
	for i := range rows {
		for k := range i {
			q := common(rows[i], rows[k])
			cycles += q * (q - 1) / 2
		}
	}
	newman := 0.0
	for _, c := range columns {
		if k := count(c); k >= 2 {
			newman += k * (k - 1) / 2 / (k - 1)
		}
	}
	out["TWO_MODE_DENSITY@"] = ties / float64(n1*n2)
	out["TWO_MODE_FOUR_CYCLES@"] = cycles
	out["TWO_MODE_CLUSTERING@"] = 4 * cycles / longer
	out["NEWMAN_TIE_TOTAL@"] = newman
	out["TWO_MODE_OVERLAP_ROWS@"], out["TWO_MODE_OVERLAP_COLUMNS@"] = overlap(rows), overlap(columns)
	out["TWO_MODE_CLUSTERING_OPSAHL@"] = opsahl(rows, columns)
	redundant, several := redundancies(rows, columns)
	other, more := redundancies(columns, rows)
	out["TWO_MODE_REDUNDANCY@"] = (redundant + other) / (several + more)
	if n1 > 1 && n2 > 1 {
		out["TWO_MODE_CENTRALIZATION_ROWS@"] = spread(rows) / float64((n1-1)*(n2-1))
		out["TWO_MODE_CENTRALIZATION_COLUMNS@"] = spread(columns) / float64((n1-1)*(n2-1))
	}
	return out
}

func count(row []bool) (ties float64) {
	for _, tied := range row {
		if tied {
			ties++
		}
	}
	return ties
}

func common(a, b []bool) (both float64) {
	for k := range a {
		if a[k] && b[k] {
			both++
		}
	}
	return both
}

func spread(rows [][]bool) (total float64) {
	most := 0.0
	for _, r := range rows {
		most = max(most, count(r))
	}
	for _, r := range rows {
		total += most - count(r)
	}
	return total
}

// overlap is NaN without rows.
func overlap(rows [][]bool) float64 {
	total := 0.0
	for i, a := range rows {
		sum, around := 0.0, 0.0
		for k, b := range rows {
			if both := common(a, b); i != k && both > 0 {
				sum += both / (count(a) + count(b) - both)
				around++
			}
		}
		if around > 0 {
			total += sum / around
		}
	}
	return total / float64(len(rows))
}

// redundancies adds up, over the rows of two ties or more, the part of the pairs of
// columns that another row joins.
func redundancies(rows, columns [][]bool) (total, several float64) {
	for i, r := range rows {
		pairs, joined := 0.0, 0.0
		for p := range r {
			for q := range p {
				if !r[p] || !r[q] {
					continue
				}
				pairs++
				for k := range rows {
					if k != i && rows[k][p] && rows[k][q] {
						joined++
						break
					}
				}
			}
		}
		if pairs > 0 {
			total += joined / pairs
			several++
		}
	}
	return total, several
}

// opsahl goes through all five nodes of every path.
func opsahl(rows, columns [][]bool) float64 {
	closed, all := 0.0, 0.0
	for i := range rows {
		for v := range rows {
			for j := range i {
				for p := range columns {
					for q := range columns {
						if i == v || v == j || p == q || !rows[i][p] || !rows[v][p] || !rows[v][q] || !rows[j][q] {
							continue
						}
						all++
						for k := range columns {
							if k != p && k != q && rows[i][k] && rows[j][k] {
								closed++
								break
							}
						}
					}
				}
			}
		}
	}
	return closed / all
}
