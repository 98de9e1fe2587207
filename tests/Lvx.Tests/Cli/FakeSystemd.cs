using System.Diagnostics;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Cli;

/// <summary>A systemctl that is none, first on the PATH of child processes, with the services that it knows.</summary>
internal sealed class FakeSystemd : IDisposable
{
    private readonly TempFolder folder = new();

    public FakeSystemd(params string[] active)
    {
        Directory.CreateDirectory(folder["bin"]);
        Directory.CreateDirectory(folder["state"]);
        // A copy: root runs nothing that belongs to another user, as a checkout may.
        string systemctl = Path.Combine(folder["bin"], "systemctl");
        File.Copy(Path.Combine(RepositoryRoot.Path, "tests", "fixtures", "systemctl"), systemctl);
        File.SetUnixFileMode(systemctl, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        foreach (string service in active)
        {
            this[service] = "active";
        }
    }

    /// <summary>A folder for what tests need besides.</summary>
    public string Work => folder.Path;

    public string[] Calls => File.Exists(State("calls")) ? [.. File.ReadAllLines(State("calls")).Where(call => !call.StartsWith("show", StringComparison.Ordinal))] : [];

    public string this[string service]
    {
        get => File.ReadAllText(State(service)).Trim();
        set => File.WriteAllText(State(service), value);
    }

    /// <summary>Whether a maintenance left nothing behind.</summary>
    public bool IsForgotten => !File.Exists(Path.Combine(folder["run"], "maintenance.json")) && !File.Exists(Path.Combine(folder["run"], "maintenance"));

    public ProcessStartInfo Lvx(params string[] args)
    {
        ProcessStartInfo command = Child.Command(Child.Dotnet, [Child.LvxDll, .. args]);
        command.Environment["PATH"] = $"{folder["bin"]}:{Environment.GetEnvironmentVariable("PATH")}";
        command.Environment["FAKE_SYSTEMD"] = folder["state"];
        command.Environment["LVXPS_RUN"] = folder["run"];
        string site = folder["site.yaml"];
        File.WriteAllText(site, "schema: lvxps-site/1\nunits:\n  - { name: a, serial: \"96132206100001\", link: \"sim:pair/1\" }\nservices: [powermon, powermon2]\n");
        command.Environment["LVXPS_SITE"] = site;
        return command;
    }

    public void Dispose() => folder.Dispose();

    private string State(string name) => Path.Combine(folder["state"], name);
}
