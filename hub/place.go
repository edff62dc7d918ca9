package hub

// ValidCommune reports whether code has the form of an INSEE commune code:
// five digits that do not start with 20, or 2A, 2B and three digits. A postal
// code may pass: only the form is checked.
func ValidCommune(code string) bool {
	return len(code) == 5 && validStart(code[:2]) && allDigits(code[2:])
}

// validStart reports whether two characters may begin the code of a place: 20
// was Corsica, which is 2A and 2B since 1976.
func validStart(s string) bool {
	return allDigits(s) && s != "20" || s == "2A" || s == "2B"
}

// validDepartement reports whether code has the form of an INSEE code of a
// département or of a territory overseas: as a commune starts, with a third
// digit after 97 and 98.
func validDepartement(code string) bool {
	switch overseas := len(code) >= 2 && (code[:2] == "97" || code[:2] == "98"); len(code) {
	case 2:
		return validStart(code) && !overseas
	case 3:
		return overseas && allDigits(code)
	}
	return false
}

func checkCommune(field, code string) Errors {
	return checkPattern(field, code, "a commune code (INSEE COG)", ValidCommune(code))
}

func checkDepartement(field, code string) Errors {
	return checkPattern(field, code, "a département code (INSEE COG) such as 26, 2A or 974", validDepartement(code))
}

func checkRegion(field, code string) Errors {
	return checkPattern(field, code, "a region code (INSEE COG) of two digits", len(code) == 2 && allDigits(code))
}

func checkEPCI(field, code string) Errors {
	return checkPattern(field, code, "the SIREN of an intercommunality (EPCI)", ValidSIREN(code))
}

// checkAll applies a check to each code of a list.
func checkAll(check func(field, code string) Errors, field string, codes []string) Errors {
	var errs Errors
	for _, code := range codes {
		errs = append(errs, check(field, code)...)
	}
	return errs
}
