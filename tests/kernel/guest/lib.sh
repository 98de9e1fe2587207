# What every case has: lvx, the simulated units and orders to them, and a verdict.
export DOTNET_ROOT=/usr/share/dotnet DOTNET_SYSTEM_GLOBALIZATION_INVARIANT=1 DOTNET_EnableDiagnostics=0 DOTNET_TieredPGO=0 HOME=/tmp TZ=UTC NO_COLOR=1
export XDG_STATE_HOME=/tmp/state
JOURNAL=/tmp/state/lvxps/journal.jsonl
parameter() { sed -n "s/.*lvx\.$1=\([^ ]*\).*/\1/p" /proc/cmdline; }
LONG=$(parameter long)
ONLY=$(parameter only)

lvx() { /lvx/lvx "$@"; }
up() { cut -d' ' -f1 /proc/uptime; }
since() { awk "BEGIN { printf \"%.1f\", $(up) - $1 }"; }
mark() { echo "[$(up)] $*"; }

# ---- verdicts: begin NAME, any number of wrong WHY, end [FIGURES]
begin() { NAME=$*; WRONG=; BEGAN=$(up); mark "== $NAME"; }
wrong() { WRONG="${WRONG:+$WRONG; }$*"; mark "WRONG: $*"; }
end() {
  if [ -n "$WRONG" ]; then
    echo "RESULT|FAIL|$NAME|$WRONG|$(since "$BEGAN")"
    tail -15 /tmp/out /tmp/err 2> /dev/null
  else
    echo "RESULT|pass|$NAME|$*|$(since "$BEGAN")"
  fi
}
later() { echo "RESULT|later|$1|$2|0"; }

# run WANTED-CODE command...: its output is in /tmp/out and /tmp/err. WANTED-CODE can be several, as 3|6
run() {
  want=$1
  shift
  "$@" > /tmp/out 2> /tmp/err < /dev/null
  CODE=$?
  case "|$want|" in *"|$CODE|"*) ;; *) wrong "'$*' ended with $CODE instead of $want: $(tail -2 /tmp/err | tr '\n|' ' /')" ;; esac
}
says() { grep -q -- "$1" /tmp/out /tmp/err || wrong "it does not say '$1': $(cat /tmp/out /tmp/err | tail -3 | tr '\n|' ' /')"; }

# until_ SECONDS command...: whether it comes true in time
until_() {
  turns=$(($1 * 20))
  shift
  while ! "$@"; do
    turns=$((turns - 1))
    [ $turns -gt 0 ] || return 1
    sleep 0.05
  done
}

# ---- the units
sim_start() { # options of lvx simulate
  sim_stop
  rm -f /run/orders
  mkfifo /run/orders
  : > /run/sim.log
  /lvx/lvx simulate "$@" < /run/orders >> /run/sim.log 2>&1 &
  SIM=$!
  exec 8> /run/orders
  until_ 60 grep -q '^Serving' /run/sim.log || wrong "the units did not start: $(cat /run/sim.log)"
}
sim_stop() {
  [ -n "$SIM" ] || return 0
  kill "$SIM" 2> /dev/null
  exec 8>&-
  wait "$SIM"
  SIM=
  until_ 10 none_left || wrong 'nodes are left behind the units'
}
none_left() { [ "$(nodes)" = 0 ]; }
heard() { tail -n +$((LINES_BEFORE + 1)) /run/sim.log | grep -q -- "$1"; }
# order TEXT ANSWER [SECONDS]: gives an order and waits until the units say ANSWER
order() {
  LINES_BEFORE=$(wc -l < /run/sim.log)
  echo "$1" >&8
  until_ "${3:-30}" heard "$2" || wrong "the order '$1' was not answered with '$2': $(tail -2 /run/sim.log | tr '\n|' ' /')"
}
plug() { order "plug $1" "^unit $1: .* is in"; until_ 20 node_is_there "$1" || wrong "unit $1 has no node"; }
unplug() { order "unplug $1" "^unit $1: out"; }
shown() { order "show $1" "^unit $1: .* after setters"; tail -1 /run/sim.log; }
# setting UNIT FIELD: of PIRI, counted from 1, as the unit itself has it
setting() { shown "$1" | sed 's/^unit .: //' | cut -d, -f"$2"; }
setters() { shown "$1" | sed 's/.*\[\(.*\)\]/\1/'; }
# settle UNIT: reads past the lag with which a unit shows a setting that was written, or the next plan starts from what was before
settle() { lvx query PIRI -d "$(node "$1")" --timeout 15 > /dev/null 2>&1 < /dev/null; }
# other_than CURRENT: amperes, another number each time, that the unit does not have already
other_than() {
  amperes=$((${amperes:-40} % 80 + 10))
  [ "$1" != "0$amperes" ] || amperes=$((amperes % 80 + 10))
}
count_of() { echo "$1" | tr ' ' '\n' | grep -c "^$2\$"; }

# ---- nodes
nodes() { ls /dev/hidraw* 2> /dev/null | wc -l; }
# node UNIT: the node of the unit, by the USB socket that it says it is in; the numbers of nodes mean nothing
node() {
  socket=$(grep "^unit $1: .* is in" /run/sim.log | tail -1 | sed 's/.*socket \([0-9]*\) .*/\1/')
  for entry in /sys/class/hidraw/*; do
    [ -e "$entry" ] || continue
    case $(readlink -f "$entry") in */usb1/1-$((socket + 1))/*) echo "/dev/${entry##*/}" ;; esac
  done
}
node_is_there() { [ -c "$(node "$1")" ]; }
both_there() { node_is_there 1 && node_is_there 2; }
await_nodes() { until_ 20 both_there || wrong "not both units have a node: $(ls /dev/hidraw* 2>&1)"; }
# come_back NUMBER: both units go out and come in again, every other time in the other order, when the kernel is done with both: it takes a while for what is out to be gone. Counts in
# swapped how often unit 2 has another node than was.
come_back() {
  unplug 1
  unplug 2
  until_ 10 none_left || wrong "storm $1: nodes are left of units that are out"
  plug $((2 - ($1 + 1) % 2))
  plug $((1 + ($1 + 1) % 2))
  await_nodes
  [ "$(node 2)" = "$was" ] || swapped=$((swapped + 1))
}
# each_storm HOW-MANY command...: storms of both cables, and after each of them the command. Counts in swapped how often unit 2 had another node than before.
each_storm() {
  storms=$1
  shift
  swapped=0
  number=0
  while [ $number -lt "$storms" ]; do
    number=$((number + 1))
    was=$(node 2)
    come_back $number
    "$@"
  done
}
SERIAL1=96132206100001
SERIAL2=96132206100002
SERIAL3=96132206100003

# ---- udev: rules come from /lib/udev/rules.d (Debian's own) and /etc/udev/rules.d, into which a case can write
udev_start() {
  [ -z "$UDEV" ] || return 0
  systemd-udevd --daemon --resolve-names=late || wrong 'udevd does not start'
  UDEV=1
  udevadm trigger --type=subsystems --action=add
  udevadm trigger --type=devices --action=add
  udevadm settle
}
