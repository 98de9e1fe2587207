# Devices that are there and sick. In the long run only.
[ "$LONG" = 1 ] || return 0
[ -n "$SIM" ] || sim_start --usbip 3 --plugged 2 --state idle
await_nodes

sick_case() { # what, words
  begin "a device that is sick: $1"
  order "$1 1 on" "^unit 1: $1 on"
  run 3 lvx query MOD --timeout 4 -d "$(node 1)"
  says "$2"
  order "$1 1 off" "^unit 1: $1 off"
  unplug 1
  plug 1
  run 0 lvx query MOD --timeout 15 -d "$(node 1)"
  end
}

sick_case mute 'got no answer within'
sick_case stall 'did not take the request'
sick_case hang 'did not take the request'
