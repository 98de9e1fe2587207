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

if ! lvx --help 2> /dev/null | grep -q resolve-links; then
  later 'udev: links to each unit after a replug storm' 'this lvx has no resolve-links'
  return 0
fi
later 'udev: links to each unit after a replug storm' 'lvx has resolve-links; its case is not written yet'
