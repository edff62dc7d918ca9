package hub

import (
	"context"
	"slices"
)

// PerDossier gives what build makes of the dossier of each pole, in the order of ids;
// nil where there is no such pole. It is kept until the next write, a minute at most,
// under a name that must tell what it is and what it depends on besides the facts;
// bytes is about how much memory one takes. The number of calls to the store does not
// depend on the number of poles. The results are shared with other callers: read only.
func PerDossier[T any](ctx context.Context, h *Hub, ids []ID, what string, bytes int, build func(*Dossier) (*T, error)) ([]*T, error) {
	made, err := perPole(ctx, h, ids, "dossier "+what, func(ctx context.Context, r Reader, _ Revision, ids []ID, into map[ID]*kept[T]) error {
		dossiers, err := ReadDossiers(ctx, r, ids)
		if err != nil {
			return err
		}
		byID := make(map[ID]*Dossier, len(ids))
		for i, d := range dossiers {
			byID[ids[i]] = d
		}
		there := slices.DeleteFunc(slices.Clone(ids), func(id ID) bool { return byID[id] == nil })
		return eachPole(ctx, there, into, func(pole ID) (*kept[T], error) {
			value, err := build(byID[pole])
			return &kept[T]{value, bytes}, err
		})
	})
	out := make([]*T, len(made))
	for i, k := range made {
		if k != nil {
			out[i] = k.value
		}
	}
	return out, err
}

// kept is a value that can be kept.
type kept[T any] struct {
	value *T
	bytes int
}

func (k *kept[T]) weight() int { return k.bytes }
