# Runs the cases, one file after the other. What a case needs is in lib.sh.
. /cases/lib.sh
mark "userspace is up on $(uname -r)"
modprobe vhci-hcd
modprobe usbhid
modprobe hid-generic
for file in "${1:-/cases/cases}"/*.sh; do
  name=${file##*/}
  wanted=
  for only in $(echo "$ONLY" | tr , ' '); do
    case $name in "$only"*) wanted=1 ;; esac
  done
  [ -z "$ONLY" ] || [ -n "$wanted" ] || continue
  mark "---- $name"
  . "$file"
done
sim_stop
free -m | sed -n 1,2p
echo ALL-DONE
