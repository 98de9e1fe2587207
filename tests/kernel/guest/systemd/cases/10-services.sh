# What `lvx system install` installs, under a genuine systemd: hot-plug, the unattended check over USB and TCP, and maintenance.
sim_start --usbip 2 --state idle
await_nodes
mkdir -p /etc/lvxps
site() { # what comes after the units' links
  cat > /etc/lvxps/site.yaml << SITE
schema: lvxps-site/1
units:
  - { name: lvx6048-1, serial: "$SERIAL1", link: "$1" }
  - { name: lvx6048-2, serial: "$SERIAL2", link: "$2" }
services: [powermon.service, powermon2.service]
SITE
}
# Stand-ins for a monitoring program: each keeps its unit's node open, and writes down which it got.
for unit in 1 2; do
  name=powermon
  [ $unit = 1 ] || name=powermon2
  printf '[Service]\nExecStart=/bin/sh -c "exec 3< /dev/lvx6048-%s; readlink /dev/lvx6048-%s >> /run/%s.log; exec sleep 100000"\n' $unit $unit $name > /etc/systemd/system/$name.service
done
active() { systemctl is-active --quiet "$1"; }
inactive() { ! active "$1"; }
holds() { [ "$(tail -1 "/run/$1.log" 2> /dev/null)" = "$(basename "$(node "$2")")" ] || [ "$(tail -1 "/run/$1.log" 2> /dev/null)" = "$(node "$2")" ]; }
both_run() {
  before=$WRONG
  for unit in 1 2; do
    name=powermon
    [ $unit = 1 ] || name=powermon2
    until_ 60 active $name || wrong "$name does not run: $(systemctl show -p Result,ActiveState $name | tr '\n' ' ')"
    until_ 30 holds $name $unit || wrong "$name has $(tail -1 /run/$name.log), and unit $unit is at $(node $unit)"
    [ "$(readlink -f /dev/lvx6048-$unit)" = "$(node $unit)" ] || wrong "/dev/lvx6048-$unit leads to $(readlink /dev/lvx6048-$unit), and unit $unit is at $(node $unit)"
  done
  [ "$WRONG" = "$before" ] || journalctl -o short-monotonic -n 40 --no-pager
}

begin 'lvx system install, with a genuine systemd and udev'
site hid hid
run 0 lvx system install --lvx /lvx/lvx --yes
run 0 lvx system status --lvx /lvx/lvx
grep -q '^lvxps:' /etc/passwd || wrong 'there is no user lvxps'
systemctl cat powermon.service > /tmp/out
says 'lvx-resolve-links.service'
end

begin 'a plugging-in: the node is for the group, the resolver runs, the links are right, the services run'
unplug 2
plug 2
both_run
[ "$(stat -c %G:%a "$(node 2)")" = lvxps:660 ] || wrong "the node is of $(stat -c %G:%a "$(node 2)")"
[ "$(systemctl show -p Result --value lvx-resolve-links.service)" = success ] || wrong "the resolver: $(systemctl status lvx-resolve-links.service | tail -3 | tr '\n|' ' /')"
end

storms=2
[ "$LONG" != 1 ] || storms=10
begin "$storms storms of replugging: each service has its own unit afterwards"
each_storm $storms both_run
end "$swapped times the other node"

begin 'who has a port is told with its service'
run '0|1|3' lvx devices
says 'powermon.service'
run 3 lvx query MOD --timeout 15 -d "$(node 1)"
says 'powermon.service'
end

for how in 'success' 'failure' 'Ctrl+C' 'kill -9'; do
  begin "maintenance with genuine services: $how"
  rm -f /run/during
  note='systemctl is-active powermon.service powermon2.service > /run/during'
  case $how in
    success) run 0 lvx maintenance -- sh -c "$note; true" ;;
    failure) run 7 lvx maintenance -- sh -c "$note; exit 7" ;;
    *)
      /lvx/lvx maintenance -- sh -c "$note; sleep 1000" > /tmp/out 2> /tmp/err < /dev/null &
      worker=$!
      until_ 90 grep -qs inactive /run/during || wrong "it does not begin: $(tail -2 /tmp/err | tr '\n|' ' /')"
      if [ "$how" = 'Ctrl+C' ]; then
        # A shell in the background has its children ignore SIGINT; SIGTERM goes the same way.
        kill -TERM $worker
        wait $worker
      else
        kill -9 $worker
        wait $worker 2> /dev/null
        inactive powermon.service || wrong 'a service runs, and nobody was left to start it'
        run 0 lvx maintenance --finish
      fi
      ;;
  esac
  [ "$(tr '\n' ' ' < /run/during)" = 'inactive inactive ' ] || wrong "during it: $(tr '\n' ' ' < /run/during)"
  both_run
  end
done

begin 'the unattended check over USB: no network, no device but hidraw, a user of its own'
systemctl stop powermon.service powermon2.service
run 0 systemctl start lvx-sync-check.service
[ "$(systemctl show -p Result --value lvx-sync-check.service)" = success ] || wrong "it ended with $(systemctl show -p Result,ExecMainStatus lvx-sync-check.service | tr '\n' ' ')"
journalctl -o cat -u lvx-sync-check.service > /tmp/out 2>&1
says 'IN SYNC'
end

begin 'the unattended check fails when a unit is gone, and systemctl --failed tells'
unplug 2
run 1 systemctl start lvx-sync-check.service
systemctl --failed --no-legend > /tmp/out 2>&1
says lvx-sync-check.service
systemctl reset-failed lvx-sync-check.service
plug 2
both_run
systemctl stop powermon.service powermon2.service
end

tcp_case() { # how it is called, host
  begin "the unattended check over TCP, $1"
  site "tcp://$2:7001" "tcp://$2:7002"
  run 0 lvx system install --lvx /lvx/lvx --yes
  ls /etc/systemd/system/lvx-sync-check.service.d > /tmp/out 2>&1
  run 0 systemctl start lvx-sync-check.service
  journalctl -o cat -n 30 -u lvx-sync-check.service > /tmp/out 2>&1
  says 'IN SYNC'
  end
}
sim_stop
/lvx/lvx simulate --tcp 127.0.0.1:7001 --tcp 127.0.0.1:7002 --state idle --baud 0 > /run/tcp.log 2>&1 < /dev/null &
tcp=$!
until_ 60 grep -q '^Serving' /run/tcp.log || wrong 'nobody serves on TCP'
ip link set lo up 2> /dev/null || ifconfig lo up
tcp_case 'by address' 127.0.0.1
tcp_case 'by name' inverters.test
kill $tcp
wait $tcp 2> /dev/null

begin 'lvx system remove leaves nothing behind'
run 0 lvx system remove --yes
find /etc/systemd /etc/udev/rules.d /etc/sysusers.d /etc/tmpfiles.d -name '*lvx*' > /tmp/out
[ ! -s /tmp/out ] || wrong "there is still $(tr '\n' ' ' < /tmp/out)"
run 0 systemctl start powermon.service
end
