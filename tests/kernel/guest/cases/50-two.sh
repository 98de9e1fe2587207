# Two lvx at once on one node: they take turns between readings, both finish, and neither reads the other's answers.
[ -n "$SIM" ] || sim_start --usbip 3 --plugged 2 --state idle
await_nodes
times=3
# Three exchanges a reading: 2 x 1,002.
[ "$LONG" != 1 ] || times=334

begin "two programs at once, $times readings each (three exchanges a reading)"
device=$(node 1)
/lvx/lvx status --json --interval 0.01 --count $times --timeout 600 -d "$device" > /tmp/one 2> /tmp/one.err < /dev/null &
one=$!
/lvx/lvx status --json --interval 0.01 --count $times --timeout 600 -d "$device" > /tmp/two 2> /tmp/two.err < /dev/null &
two=$!
wait $one || wrong "the first ended with $?: $(tail -2 /tmp/one.err | tr '\n|' ' /')"
wait $two || wrong "the second ended with $?: $(tail -2 /tmp/two.err | tr '\n|' ' /')"
for reader in one two; do
  whole=$(grep -c "\"serialNumber\":\"$SERIAL1\".*\"batteryVoltage\":" /tmp/$reader)
  [ "$whole" = $times ] || wrong "program $reader has $whole whole readings"
  [ ! -s /tmp/$reader.err ] || wrong "program $reader says $(tail -1 /tmp/$reader.err)"
done
end
