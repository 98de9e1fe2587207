namespace Lvx.Core.Units;

/// <summary>Where the site file is. What is in it, only the room that reads YAML knows; whether there is one is known without.</summary>
public static class SiteLocation
{
    /// <summary>The variable that names the site file, before all others.</summary>
    public const string Variable = "LVXPS_SITE";

    /// <summary>The site file of the machine.</summary>
    public const string OfMachine = "/etc/lvxps/site.yaml";

    /// <summary>The site file of this user.</summary>
    public static string OfUser => Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData, Environment.SpecialFolderOption.DoNotVerify), "lvxps", "site.yaml");

    /// <summary>The site file that counts: the one that the variable names, or that of this user, or that of the machine; null when there is none. One that the variable names counts even when it is not there.</summary>
    public static string? Find() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } named ? named
        : File.Exists(OfUser) ? OfUser
        : File.Exists(OfMachine) ? OfMachine
        : null;
}
