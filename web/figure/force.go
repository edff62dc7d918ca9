package figure

import "math"

type point struct{ x, y float64 }

// network is what a layout sees: how many nodes, in a fixed order, and which
// pairs of them are tied, each pair once with the smaller index first.
type network struct {
	n     int
	pairs [][2]int
}

func (g network) degrees() []int {
	d := make([]int, g.n)
	for _, p := range g.pairs {
		d[p[0]]++
		d[p[1]]++
	}
	return d
}

// frame is the area of a map with the room kept for labels: left and right,
// above and below.
type frame struct{ width, height, sides, ends float64 }

// frameOf is the frame for n nodes, tied or not, unless the caller gives a size.
func frameOf(width, height float64, n int, tied bool) frame {
	f := frame{792, 560, 110, 44}
	switch {
	case n <= 8 || n <= 40 && !tied:
		f.height = 360 // little to show would be lost in more
	case n > 120:
		f.width, f.height = 1200, 1000
	case n > 40:
		f.width, f.height = 1200, 800
	}
	if width > 0 && height > 0 {
		f.width, f.height = width, height
	}
	return f
}

// Numbers of the layout; they come from the design guide.
const (
	ticks         = 300
	alphaDecay    = 0.02276277904418933 // 1 - 0.001^(1/300)
	friction      = 0.6
	linkLength    = 104.0
	repulsion     = 620.0
	pullX, pullY  = 0.03, 0.06
	collisionGap  = 28.0 // 14 around each node
	maxStretch    = 1.4
	maxScale      = 1.8 // small poles keep together instead of filling the frame
	goldenCosine  = -0.7373688780783197
	goldenSine    = 0.6754902942615238
	isolateRow    = 36.0 // two lines of a label and a little
	isolateColumn = 196.0
)

// layout seats the nodes in a frame. Tied nodes are laid out by forces, several
// times from different starts, and the picture with the fewest crossings and
// nodes near foreign ties is kept; nodes without any tie stand below it, in rows.
func layout(g network, f frame) []point {
	degree := g.degrees()
	var tied, alone []int
	index := make([]int, g.n)
	for i, d := range degree {
		if d == 0 {
			alone = append(alone, i)
		} else {
			index[i] = len(tied)
			tied = append(tied, i)
		}
	}
	seats := make([]point, g.n)
	besides, height := beside(len(alone), len(tied) > 0, f)
	for k, i := range alone {
		seats[i] = besides[k]
	}
	if len(tied) == 0 {
		return seats
	}
	inner := network{n: len(tied), pairs: make([][2]int, len(g.pairs))}
	for k, p := range g.pairs {
		inner.pairs[k] = [2]int{index[p[0]], index[p[1]]}
	}
	f.height -= height
	for k, p := range best(inner, f) {
		seats[tied[k]] = p
	}
	return seats
}

// best lays a network out from several starts and keeps the cheapest picture.
// Pictures are compared in the usual frame of their size, so that a pole has the
// same shape in frames of every size.
func best(g network, f frame) []point {
	starts := 1
	switch {
	case g.n <= 40:
		starts = 12
	case g.n <= 100:
		starts = 4
	}
	radius := make([]float64, g.n)
	for i, d := range g.degrees() {
		radius[i] = radiusOf(d)
	}
	usual := frameOf(0, 0, g.n, true)
	var kept []point
	lowest := math.MaxInt
	for s := range starts {
		at := forces(g, radius, seating(g.n, s, starts))
		if starts == 1 {
			return fit(at, f)
		}
		if c := cost(g, radius, fit(at, usual)); c < lowest {
			kept, lowest = at, c
		}
	}
	return fit(kept, f)
}

// seating puts n nodes on a sunflower spiral. Start s of several turns the order
// of seats by s/starts of its length, and reverses it when s is odd.
func seating(n, s, starts int) []point {
	spiral := make([]point, n)
	cosine, sine := 1.0, 0.0
	for i := range spiral {
		r := float64(10 * math.Sqrt(float64(i)+0.5))
		spiral[i] = point{float64(r * cosine), float64(r * sine)}
		cosine, sine = float64(cosine*goldenCosine)-float64(sine*goldenSine), float64(cosine*goldenSine)+float64(sine*goldenCosine)
	}
	seats := make([]point, n)
	for i := range seats {
		k := (i + s*n/starts) % n
		if s%2 == 1 {
			k = n - 1 - k
		}
		seats[i] = spiral[k]
	}
	return seats
}

// forces lets the nodes move: ties pull to a length, nodes push each other away
// and may not overlap, and all are drawn to the centre, more strongly up and
// down, because a page is wider than high.
func forces(g network, radius []float64, at []point) []point {
	degree := g.degrees()
	speed := make([]point, g.n)
	alpha := 1.0
	for range ticks {
		alpha -= float64(alpha * alphaDecay)
		for _, p := range g.pairs {
			pull(p[0], p[1], degree, at, speed, alpha)
		}
		push(radius, at, speed, alpha)
		for i := range at {
			speed[i].x = float64((speed[i].x - float64(at[i].x*float64(pullX*alpha))) * friction)
			speed[i].y = float64((speed[i].y - float64(at[i].y*float64(pullY*alpha))) * friction)
			at[i].x += speed[i].x
			at[i].y += speed[i].y
		}
	}
	return at
}

// pull moves the ends of a tie towards the length of ties; the end with fewer
// ties moves more.
func pull(a, b int, degree []int, at, speed []point, alpha float64) {
	dx, dy := at[b].x+speed[b].x-at[a].x-speed[a].x, at[b].y+speed[b].y-at[a].y-speed[a].y
	length := math.Sqrt(float64(dx*dx) + float64(dy*dy))
	if length == 0 {
		return // repulsion parts them
	}
	k := (length - linkLength) / length * alpha / float64(min(degree[a], degree[b]))
	dx, dy = float64(dx*k), float64(dy*k)
	share := float64(degree[a]) / float64(degree[a]+degree[b])
	speed[b].x -= float64(dx * share)
	speed[b].y -= float64(dy * share)
	speed[a].x += float64(dx * (1 - share))
	speed[a].y += float64(dy * (1 - share))
}

// push drives every two nodes apart, and further where their discs would touch.
func push(radius []float64, at, speed []point, alpha float64) {
	strength := float64(repulsion * alpha)
	for i, p := range at {
		own, reach := speed[i], radius[i]+collisionGap
		for j := i + 1; j < len(at); j++ {
			dx, dy := at[j].x-p.x, at[j].y-p.y
			square := float64(dx*dx) + float64(dy*dy)
			if square < 1 { // on one spot or nearly: part them along a line, not too fast
				dx, square = dx+1e-3, 1
			}
			k := strength / square
			if room := reach + radius[j]; square < float64(room*room) {
				k += (room/math.Sqrt(square) - 1) / 2
			}
			dx, dy = float64(dx*k), float64(dy*k)
			own.x -= dx
			own.y -= dy
			speed[j].x += dx
			speed[j].y += dy
		}
		speed[i] = own
	}
}

// fit turns the longest axis of a picture to the horizontal and scales it into
// the frame, one axis by at most maxStretch more than the other.
func fit(at []point, f frame) []point {
	var centre point
	for _, p := range at {
		centre.x += p.x
		centre.y += p.y
	}
	n := float64(len(at))
	centre = point{centre.x / n, centre.y / n}
	var xx, xy, yy float64
	for _, p := range at {
		dx, dy := p.x-centre.x, p.y-centre.y
		xx += float64(dx * dx)
		xy += float64(dx * dy)
		yy += float64(dy * dy)
	}
	cosine, sine := axis(xx, xy, yy)
	turned := make([]point, len(at))
	low, high := point{math.Inf(1), math.Inf(1)}, point{math.Inf(-1), math.Inf(-1)}
	for i, p := range at {
		dx, dy := p.x-centre.x, p.y-centre.y
		q := point{float64(dx*cosine) + float64(dy*sine), float64(dy*cosine) - float64(dx*sine)}
		turned[i] = q
		low, high = point{min(low.x, q.x), min(low.y, q.y)}, point{max(high.x, q.x), max(high.y, q.y)}
	}
	sx, sy := scales(high.x-low.x, high.y-low.y, f)
	middle := point{f.width / 2, f.height / 2}
	for i, q := range turned {
		turned[i] = point{middle.x + float64((q.x-(low.x+high.x)/2)*sx), middle.y + float64((q.y-(low.y+high.y)/2)*sy)}
	}
	return turned
}

// axis is the unit vector along which a cloud with these second moments is
// longest: the eigenvector of the larger eigenvalue, by square roots alone.
func axis(xx, xy, yy float64) (cosine, sine float64) {
	half := (xx - yy) / 2
	root := math.Sqrt(float64(half*half) + float64(xy*xy))
	if root == 0 {
		return 1, 0
	}
	double := half / root // cosine of twice the angle
	cosine, sine = math.Sqrt(max(0, (1+double)/2)), math.Sqrt(max(0, (1-double)/2))
	if xy < 0 {
		sine = -sine
	}
	return cosine, sine
}

func scales(w, h float64, f frame) (sx, sy float64) {
	sx, sy = maxScale, maxScale
	if w > 0 {
		sx = min(sx, max(f.width-f.sides-f.sides, 1)/w)
	}
	if h > 0 {
		sy = min(sy, max(f.height-f.ends-f.ends, 1)/h)
	}
	return min(sx, float64(sy*maxStretch)), min(sy, float64(sx*maxStretch))
}

// cost counts what makes a picture hard to read: ties that cross, and three for
// each node that a foreign tie passes within 5 px.
func cost(g network, radius []float64, at []point) int {
	total := 0
	for i, p := range g.pairs {
		for _, q := range g.pairs[i+1:] {
			if p[0] != q[0] && p[0] != q[1] && p[1] != q[0] && p[1] != q[1] && cross(at[p[0]], at[p[1]], at[q[0]], at[q[1]]) {
				total++
			}
		}
		for k := range at {
			if k != p[0] && k != p[1] && distance(at[k], at[p[0]], at[p[1]]) < radius[k]+5 {
				total += 3
			}
		}
	}
	return total
}

// cross says whether two segments without a common end cross.
func cross(a, b, c, d point) bool {
	return (turn(a, b, c) > 0) != (turn(a, b, d) > 0) && (turn(c, d, a) > 0) != (turn(c, d, b) > 0)
}

func turn(a, b, c point) float64 {
	return float64((b.x-a.x)*(c.y-a.y)) - float64((b.y-a.y)*(c.x-a.x))
}

// distance is how far p lies from the segment ab.
func distance(p, a, b point) float64 {
	dx, dy := b.x-a.x, b.y-a.y
	t := 0.0
	if square := float64(dx*dx) + float64(dy*dy); square > 0 {
		t = min(1, max(0, (float64((p.x-a.x)*dx)+float64((p.y-a.y)*dy))/square))
	}
	x, y := p.x-a.x-float64(t*dx), p.y-a.y-float64(t*dy)
	return math.Sqrt(float64(x*x) + float64(y*y))
}

// beside seats k nodes without ties, with room for their names at the right: in
// rows along the foot of the frame, under a picture, or around its middle when
// there is none. It returns the height that they take.
func beside(k int, picture bool, f frame) (seats []point, height float64) {
	if k == 0 {
		return nil, 0
	}
	columns := max(1, int((f.width-8)/isolateColumn))
	if !picture { // twice as many rows as columns: names are long
		columns = min(columns, int(math.Ceil(math.Sqrt(float64(k)/2))))
	}
	rows := (k + columns - 1) / columns
	most := f.height - 24
	if picture {
		most *= 0.4
	}
	row := min(isolateRow, most/float64(rows))
	height = float64(row * float64(rows))
	left, top := 20.0, f.height-height-8
	if !picture {
		left, top = (f.width-float64(isolateColumn*float64(columns)))/2+20, (f.height-height)/2
	}
	for i := range k {
		seats = append(seats, point{left + float64(isolateColumn*float64(i%columns)), top + float64(row*(float64(i/columns)+0.5))})
	}
	return seats, height
}

// radiusOf is the radius of a node with so many neighbours: its area grows with
// their number.
func radiusOf(degree int) float64 {
	return min(24, max(7, float64(4.2*math.Sqrt(float64(degree)))))
}
