# Both cables go out and in again, in any order, some of them several times. The numbers of the nodes mean nothing afterwards; a serial number still does.
[ -n "$SIM" ] || sim_start --usbip 3 --plugged 2 --state idle
await_nodes
storms=2 turns=1
[ "$LONG" != 1 ] || storms=50 turns='1 2'

begin "$storms storms of replugging, and a write by serial number"
swapped=0
number=0
while [ $number -lt $storms ]; do
  number=$((number + 1))
  was=$(node 2)
  for turn in $turns; do
    unplug $(((number + turn) % 2 + 1))
    [ $((number % 3)) = 0 ] || unplug $(((number + turn + 1) % 2 + 1))
    plug $(((number + turn) % 2 + 1))
    node_is_there $(((number + turn + 1) % 2 + 1)) || plug $(((number + turn + 1) % 2 + 1))
  done
  come_back $number
  if [ $number = $storms ] || [ "$LONG" = 1 ]; then
    amperes=$((10 + 10 * (number % 7)))
    [ "$(setting 2 16)" != "0$amperes" ] || amperes=80
    others=$(setters 1)
    run 0 lvx set-charge-current $amperes --yes --timeout 30 --serial $SERIAL2
    [ "$(setting 2 16)" = "0$amperes" ] || wrong "storm $number: unit 2 has $(setting 2 16)"
    [ "$(setters 1)" = "$others" ] || wrong "storm $number: unit 1 heard $(setters 1)"
  fi
done
[ $swapped -gt 0 ] || wrong 'no node ever changed its number'
end "$swapped times the other node"
