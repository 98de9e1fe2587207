namespace Lvx.Cli.Installing;

/// <summary>Where files of the system belong: below /etc for who installs by hand, below a prefix's lib for who makes a package.</summary>
/// <param name="Prefix">The prefix, such as /usr; null for /etc.</param>
internal sealed record SystemLayout(string? Prefix)
{
    private string Base => Prefix is null ? "/etc" : Path.Combine(Prefix, "lib");

    public string Units => Path.Combine(Base, "systemd/system");

    public string Rules => Path.Combine(Base, "udev/rules.d");

    public string Users => Path.Combine(Base, "sysusers.d");

    public string TemporaryFiles => Path.Combine(Base, "tmpfiles.d");

    /// <summary>The settings of a unit beside its own.</summary>
    public string DropIn(string unit, string name) => Path.Combine(Units, unit + ".d", name);
}
