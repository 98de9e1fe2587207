# udev with the project's own rule: names of units that outlive a storm, and the right user on the node. For when lvx can resolve links.
if ! lvx resolve-links --help > /dev/null 2>&1; then
  later 'udev: links to each unit after a replug storm' 'this lvx has no resolve-links'
  return 0
fi
later 'udev: links to each unit after a replug storm' 'lvx has resolve-links; its case is not written yet'
