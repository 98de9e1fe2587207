using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Cli.Installing;

/// <summary>A machine that lies in a folder, with a site file.</summary>
internal sealed class InstalledSystem : IDisposable
{
    public const string Usb = "units:\n  - { name: lvx6048-1, serial: \"96132206100001\" }\n  - { name: lvx6048-2, serial: \"96132206100002\" }\n";
    public const string Services = "services: [powermon, powermon2.service]\n";

    private readonly TempFolder folder = new();

    public InstalledSystem(string site = Usb + Services)
    {
        Directory.CreateDirectory(folder["etc/lvxps"]);
        Directory.CreateDirectory(folder["usr/bin"]);
        File.WriteAllText(folder["usr/bin/lvx"], "#!/bin/sh\n");
        File.SetUnixFileMode(folder["usr/bin/lvx"], (UnixFileMode)0b111_101_101);
        Site(site);
    }

    public string Root => folder.Path;

    public string this[string path] => folder[path.TrimStart('/')];

    public void Site(string text) => File.WriteAllText(folder["etc/lvxps/site.yaml"], "schema: lvxps-site/1\n" + text);

    public Ran Run(string verb, params string[] more) => Ran.Lvx(["system", verb, "--root", Root, "--lvx", "/usr/bin/lvx", .. more]);

    public Ran Install(params string[] more) => Run("install", ["--yes", .. more]);

    /// <summary>Every file of the machine, but the site file and the command.</summary>
    public string[] Files => [.. Directory.EnumerateFileSystemEntries(Root, "*", SearchOption.AllDirectories)
        .Where(entry => !Directory.Exists(entry) || new FileInfo(entry).LinkTarget is not null)
        .Select(entry => entry[Root.Length..])
        .Except(["/etc/lvxps/site.yaml", "/usr/bin/lvx"])
        .Order(StringComparer.Ordinal)];

    public void Dispose() => folder.Dispose();
}
