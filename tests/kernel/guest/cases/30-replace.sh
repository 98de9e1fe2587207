# Somebody puts the cable into another inverter, of the same ids, while a setter is being sent: the other unit must never hear of it.
[ -n "$SIM" ] || sim_start --usbip 3 --plugged 2 --state idle
await_nodes

replace_case() { # form, moment
  begin "another inverter put in at '$2', $1 reports"
  had=$(setting 1 16)
  other_than "$had"
  before=$(setters 1)
  others=$(setters 3)
  order "replace 1 3 $2" 'waits for its moment'
  run '3|4|5|6' lvx set-charge-current "$amperes" --yes --timeout 15 --hid-form "$1" -d "$(node 1)"
  until_ 20 heard '^unit 3: .* is in' || wrong 'the other unit was not put in'
  [ "$(setters 3)" = "$others" ] || wrong "the other unit heard $(setters 3)"
  new=$(setters 1)
  case $(echo "${new#"$before"}" | wc -w) in 0 | 1) ;; *) wrong "sent more than once: $new" ;; esac
  case $CODE in 3 | 4) [ "$(setting 1 16)" = "$had" ] || wrong "it says nothing was changed, and the unit has $(setting 1 16)" ;; esac
  order 'replace 3 1' '^unit 1: .* is in'
  await_nodes
  exit=$CODE
  [ "$(setters 1)" = "$before" ] || settle 1
  end "exit $exit"
}

replace_case Numbered 'setter out 1'
if [ "$LONG" = 1 ]; then
  for moment in 'setter out 0' 'setter out 2' 'setter out 3' 'setter in 1' 'setter in 2'; do
    for form in Numbered Bare; do
      replace_case $form "$moment"
    done
  done
fi
