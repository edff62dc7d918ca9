package hub

import (
	_ "embed"
	"encoding/csv"
	"fmt"
	"strings"
	"sync"
)

// Category is one INSEE legal category (catégorie juridique, level III) with
// what the legal form alone tells of an organisation.
//
// The table legal_categories.csv rests on INSEE's 260 labels and on the State's
// own lists of local authorities, administrations and State services. It takes
// the side of those lists but for these cases:
//
//   - 7372 (fire and rescue services) is on the list of local authorities and
//     on the State's. It is a public body of a département: local authority.
//   - 7430 (public establishments of religion) and 8110 to 8170 (social
//     security) are on the State's list of its own administrations. They are
//     public, and neither governed nor funded as a tier of the State: other
//     public.
//   - 4110, 4120 and 4130 are national public bodies, so they are of the State's
//     tier although its list has administrative services only; 4130 is on no
//     list.
//   - 5430, 5530, 5630 (SAFER) and 5546 (housing companies) are on the list of
//     administrations for their public mission, while 5646, the same company
//     with a directorate, is not. They are companies: enterprises without a
//     tier. So are companies whose capital is public (5410, 5415 and their like):
//     capital is no legal form.
//   - A tier is given only when the code tells it. 7225 and 7229 (overseas and
//     special authorities), 7355 (open mixed syndicates) and the local public
//     bodies 7366 to 7379 may belong to several: other public. Métropoles are
//     intermunicipal, for one code covers them all and Lyon alone is more.
//   - 7383 (universities, research bodies) is read as a research centre and
//     7384 as a training body; the activity code may say otherwise, and the kind
//     of an organisation can be set with a reason.
//
// ESSForm follows article 1 of law 2014-856: cooperatives, mutual societies,
// foundations and associations are in by their form; commercial companies may
// be in by their statutes, so UNKNOWN. Public bodies are out, and so are those
// that are no legal person (1000, 2110 to 2900, 0000) and two private forms that
// the law does not name (9110, 9150). An undeclared association (9210) is no
// legal person either, yet an association: UNKNOWN. Foreign private bodies may
// be cooperatives or associations of their country, and the agricultural social
// insurance (8140) is mutual in its statutes: UNKNOWN. SCIC has no code: such a
// company shows as 5710, 5499 or 5599 like any other.
type Category struct {
	Code  string
	Label string
	Kind  OrganisationKind
	// PublicTier is empty for a private body.
	PublicTier PublicTier
	// ESSForm is YES when the form alone makes it part of the social economy,
	// NO when the form excludes it.
	ESSForm Tri
}

// LegalCategory finds a category by its code of four digits.
func LegalCategory(code string) (Category, bool) {
	c, ok := legalCategories()[code]
	return c, ok
}

//go:embed legal_categories.csv
var legalCategoriesCSV string

// legalCategories reads the table once.
var legalCategories = sync.OnceValue(func() map[string]Category {
	rows, err := csv.NewReader(strings.NewReader(legalCategoriesCSV)).ReadAll()
	if err != nil {
		panic(fmt.Sprintf("hub: legal_categories.csv: %v", err))
	}
	categories := make(map[string]Category, len(rows))
	for _, row := range rows[1:] { // code, label, kind, public_tier, ess_form
		categories[row[0]] = Category{
			Code: row[0], Label: row[1], Kind: OrganisationKind(row[2]),
			PublicTier: PublicTier(row[3]), ESSForm: Tri(row[4]),
		}
	}
	return categories
})
