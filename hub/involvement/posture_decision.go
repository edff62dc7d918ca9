package involvement

// decisionInputs are the public shares of seats, votes and capital on the last day.
func decisionInputs(f *Facts, t Thresholds) []*Input {
	d := DecisionOf(f)
	capital := between(InputCapital, nil, d.Capital.Least, d.Capital.Most, t.Decision)
	if d.Capital.Reason == "" && d.Capital.PublicUnknown == 0 {
		capital.Value = &d.Capital.Least
	}
	return []*Input{
		between(InputSeats, d.Seats.Share, d.Seats.Least, d.Seats.Most, t.Decision),
		between(InputVotes, d.Votes.Share, d.Votes.Least, d.Votes.Most, t.Decision),
		capital,
	}
}
