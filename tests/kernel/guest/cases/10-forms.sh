# Everything a user does, in both forms in which reports are given to the node. The usual run does each thing in one of them.
sim_start --usbip 3 --plugged 2 --state idle
await_nodes

status_case() {
  begin "status of both units, $1 reports"
  run 0 lvx status --json --timeout 30 --hid-form "$1"
  says "\"serialNumber\": *\"$SERIAL1\""
  says "\"serialNumber\": *\"$SERIAL2\""
  end
}

settings_case() {
  begin "settings of both units, $1 reports"
  run '0|1' lvx settings --timeout 30 --hid-form "$1"
  # As the units themselves have it: 564 is 56.4 V.
  says "Bulk voltage V  *$(setting 1 12 | sed 's/.$/.&/')  *$(setting 2 12 | sed 's/.$/.&/')"
  end
}

current_case() { # form, amperes
  begin "set-charge-current $2, $1 reports"
  others=$(setters 2)
  run 0 lvx set-charge-current "$2" --yes --timeout 30 --hid-form "$1" -d "$(node 1)"
  says Applied
  [ "$(setting 1 16)" = "0$2" ] || wrong "the unit has $(setting 1 16) A"
  [ "$(count_of "$(setters 1)" "MCHGC0,0$2")" = 1 ] || wrong "it was sent not once: $(setters 1)"
  [ "$(setters 2)" = "$others" ] || wrong "the other unit heard $(setters 2)"
  end
}

profile_case() { # form, profile, bulk, float
  begin "profile $2, $1 reports"
  run 0 lvx profile apply "$2" --yes --timeout 30 --hid-form "$1" -d "$(node 2)"
  says Applied
  [ "$(setting 2 12),$(setting 2 13)" = "$3,$4" ] || wrong "the unit has $(setting 2 12),$(setting 2 13)"
  [ "$(count_of "$(setters 2)" "MCHGV$3,$4")" = 1 ] || wrong "it was sent not once: $(setters 2)"
  end
}

# The checksum of this question has a 00 where its third report begins.
zero_case() {
  begin "a checksum that starts a report with 00, $1 reports"
  run 0 lvx query ED20260207 --timeout 30 --hid-form "$1" -d "$(node 1)"
  says 'Wh'
  end
}

# The same of a setter: BUCD490,530.
zero_setter_case() {
  begin "a setter with such a checksum, $1 reports"
  run 0 lvx set --re-charge-voltage 49 --re-discharge-voltage 53 --yes --timeout 30 --hid-form "$1" -d "$(node 1)"
  [ "$(count_of "$(setters 1)" BUCD490,530)" = 1 ] || wrong "not heard once: $(setters 1)"
  [ "$(setting 1 9),$(setting 1 10)" = 490,530 ] || wrong "the unit has $(setting 1 9),$(setting 1 10)"
  end
}

settings_case Numbered
profile_case Bare generic-lfp-16s 576 544
zero_case Bare
if [ "$LONG" = 1 ]; then
  status_case Numbered
  status_case Bare
  settings_case Bare
  current_case Numbered 50
  current_case Bare 40
  profile_case Numbered kilovault-hlx 560 552
  zero_case Numbered
  zero_setter_case Bare
fi
