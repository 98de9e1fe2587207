# The cable is pulled at a moment of a write. Whatever the moment: the setter is sent once, what lvx says is true of the unit, and the journal closes what it opened.
[ -n "$SIM" ] || sim_start --usbip 3 --plugged 2 --state idle
await_nodes

closed() { # whether the journal has as many ends of writes as beginnings
  [ "$(grep -ciE '"event":"intent"' $JOURNAL)" = "$(grep -ciE '"event":"(verified|resolved)"' $JOURNAL)" ]
}

honest() { # unit, what it had, what was wanted: the exit code and the words against the unit itself
  has=$(setting "$1" 16)
  case $CODE in
    0) [ "$has" = "$3" ] || wrong "it says applied, and the unit has $has" ;;
    3 | 4) [ "$has" = "$2" ] || wrong "it says nothing was changed, and the unit has $has" ;;
    5) [ "$has" = "$2" ] || wrong "it says put back, and the unit has $has" ;;
    6) says 'Unknown' ;;
  esac
}

unplug_case() { # form, moment, what it is called
  had=$(setting 1 16)
  other_than "$had"
  begin "unplugged $3, $1 reports"
  before=$(setters 1)
  order "unplug 1 $2" 'waits for its moment'
  run '0|3|4|5|6' lvx set-charge-current "$amperes" --yes --timeout 15 --hid-form "$1" -d "$(node 1)"
  heard 'its moment came' || wrong 'the moment did not come'
  after=$(setters 1)
  new=${after#"$before"}
  case $(echo "$new" | wc -w) in 0 | 1) ;; *) wrong "sent more than once:$new" ;; esac
  honest 1 "$had" "0$amperes"
  closed || wrong 'the journal leaves a write open'
  plug 1
  [ -z "$new" ] || settle 1
  end "exit $CODE, the unit heard:${new:- nothing}, has $(setting 1 16)"
}

unplug_case Numbered 'setter out 1' 'between two reports of a setter'
if [ "$LONG" = 1 ]; then
  for form in Numbered Bare; do
    for moment in 'setter out 0' 'setter out 1' 'setter out 2' 'setter out 3' 'setter out 4' 'setter in 1' 'setter in 2' 'setter in 6' 'setter in 12' 'setter in 20'; do
      unplug_case $form "$moment" "at '$moment'"
    done
  done
fi
