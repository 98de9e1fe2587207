# Whoever else has the node: a program that knows no lock, and one that was killed.
[ -n "$SIM" ] || sim_start --usbip 3 --plugged 2 --state idle
await_nodes

device=$(node 1)
cat "$device" > /dev/null &
reader=$!
begin 'a foreign program reads the same node'
run '0|3' lvx query MOD --timeout 15 -d "$device"
if [ $CODE = 3 ]; then
  says 'in use'
  says 'cat'
  end 'refused, and named'
else
  # Without looking for foreign readers lvx asks all the same; its own handle gets every report too.
  [ -z "$WRONG" ] && later "$NAME" 'it is not noticed: asked and answered all the same'
fi
kill $reader
wait $reader 2> /dev/null

begin 'one that is killed leaves no lock'
/lvx/lvx status --interval 300 --timeout 15 -d "$device" > /tmp/held 2>&1 < /dev/null &
holder=$!
until_ 60 grep -q "$SERIAL1" /tmp/held || wrong "the holder has not read: $(tail -2 /tmp/held | tr '\n|' ' /')"
kill -9 $holder
wait $holder 2> /dev/null
run 0 lvx query MOD --timeout 15 -d "$device"
end
