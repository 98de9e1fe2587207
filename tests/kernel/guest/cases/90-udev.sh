# udev. First, that the guest's udevd sees the units as it would see genuine ones; then there is the place for the project's own rule and the links to each unit.
if [ "$LONG" = 1 ] || [ -n "$ONLY" ]; then
  [ -n "$SIM" ] || sim_start --usbip 3 --plugged 2 --state idle
  await_nodes
  begin 'udev sees USB devices 0665:5161 without a serial number, and gives their nodes to a group'
  echo 'ACTION=="add", SUBSYSTEM=="hidraw", ATTRS{idVendor}=="0665", ATTRS{idProduct}=="5161", GROUP="operator", MODE="0660"' > /etc/udev/rules.d/70-case.rules
  udev_start
  unplug 1
  plug 1
  udevadm settle
  [ "$(stat -c %G:%a "$(node 1)")" = operator:660 ] || wrong "the node is of $(stat -c %G:%a "$(node 1)")"
  udevadm info -a "$(node 1)" > /tmp/out
  says 'ATTRS{idProduct}=="5161"'
  says 'ATTRS{speed}=="1.5"'
  ! grep -q 'ATTRS{serial}=="[^v]' /tmp/out || wrong "it has $(grep -m1 'ATTRS{serial}' /tmp/out)"
  rm /etc/udev/rules.d/70-case.rules
  end
fi

[ -n "$SIM" ] || sim_start --usbip 3 --plugged 2 --state idle
await_nodes
mkdir -p /etc/lvxps
cat > /etc/lvxps/site.yaml << SITE
schema: lvxps-site/1
units:
  - { name: lvx6048-1, serial: "$SERIAL1" }
  - { name: lvx6048-2, serial: "$SERIAL2" }
SITE

if [ "$LONG" = 1 ] || [ -n "$ONLY" ]; then
  # The rule as it is installed, with a stand-in for systemctl: there is no systemd in the guest.
  begin 'the installed rule: the node is for the group lvxps, and a plugging-in restarts the target'
  mkdir -p /tmp/root
  run 0 lvx system install --root /tmp/root --lvx /lvx/lvx --site /etc/lvxps/site.yaml --yes
  grep -q '^lvxps:' /etc/group || echo 'lvxps:x:991:' >> /etc/group
  rule=$(find /tmp/root -name '70-lvxps.rules')
  cp "$rule" /etc/udev/rules.d/
  printf '#!/bin/sh\necho "$*" >> /run/systemctl.log\n' > /bin/systemctl
  chmod +x /bin/systemctl
  : > /run/systemctl.log
  # Anew, since workers of the one that runs may have the rules of the case before.
  [ -z "$UDEV" ] || udevadm control --exit
  UDEV=
  udev_start
  : > /run/systemctl.log
  unplug 2
  plug 2
  udevadm settle
  [ "$(stat -c %G:%a "$(node 2)")" = lvxps:660 ] || wrong "the node is of $(stat -c %G:%a "$(node 2)")"
  until_ 10 grep -qx -- '--no-block restart lvx-plugged.target' /run/systemctl.log || wrong "systemctl was told: $(tr '\n' ' ' < /run/systemctl.log)"
  rm -f /etc/udev/rules.d/70-lvxps.rules
  udevadm control --exit
  UDEV=
  end
fi

linked() {
  run 0 lvx resolve-links --wait 30
  for unit in 1 2; do
    [ "$(readlink -f /dev/lvx6048-$unit)" = "$(node $unit)" ] || wrong "storm $number: /dev/lvx6048-$unit leads to $(readlink /dev/lvx6048-$unit), and unit $unit is at $(node $unit)"
  done
}
storms=1
[ "$LONG" != 1 ] || storms=50
begin "links lead to the units after each of $storms storms of replugging"
each_storm $storms linked
end "$swapped times the other node"

begin 'a link whose unit is gone is removed, and the other stays'
unplug 1
run 3 lvx resolve-links --wait 1
[ ! -e /dev/lvx6048-1 ] && [ ! -L /dev/lvx6048-1 ] || wrong "/dev/lvx6048-1 is left, and leads to $(readlink /dev/lvx6048-1)"
[ "$(readlink -f /dev/lvx6048-2)" = "$(node 2)" ] || wrong '/dev/lvx6048-2 is lost'
plug 1
end
