using Lvx.Core.Links;
using Lvx.Tests.Core.Files;

namespace Lvx.Tests.Core.Links;

public sealed class PortHoldersTests
{
    private const string Node = "/dev/hidraw7";

    [Fact]
    public void A_program_that_has_the_port_open_is_named_with_its_service()
    {
        using var proc = new TempFolder();
        Process(proc.Path, 12, "powermon\n", "0::/system.slice/powermon.service\n", Node, "/dev/null");
        Process(proc.Path, 13, "bash\n", "0::/user.slice/user-1000.slice\n", "/dev/null");
        Process(proc.Path, 14, "ca\u001bt\n", "0::/user.slice\n", Node);
        Process(proc.Path, 99, "dotnet\n", "", Node);
        PortHolders found = PortHolders.Find(Node, proc.Path, self: 99);
        Assert.True(found.IsWhole);
        Assert.Equal(["powermon (pid 12, powermon.service)", @"ca\x1bt (pid 14)"], found.Holders.Select(holder => holder.ToString()));
    }

    [Fact]
    public void This_process_is_none_of_the_others() =>
        Assert.DoesNotContain(PortHolders.Find("/dev/null").Holders, holder => holder.Pid == Environment.ProcessId);

    [Fact]
    public void A_child_that_holds_a_file_is_found_by_the_real_system()
    {
        using var folder = new TempFolder();
        string file = Path.Combine(folder.Path, "port");
        File.WriteAllText(file, "");
        using var child = System.Diagnostics.Process.Start(new System.Diagnostics.ProcessStartInfo("sh", ["-c", $"exec 3<{file}; read x"]) { RedirectStandardInput = true })!;
        try
        {
            Assert.True(SpinWait.SpinUntil(() => PortHolders.Find(file).Holders.Any(holder => holder.Pid == child.Id && holder.Name == "sh"), TimeSpan.FromSeconds(20)));
        }
        finally
        {
            child.Kill();
            child.WaitForExit();
        }
    }

    private static void Process(string proc, int pid, string name, string cgroup, params string[] open)
    {
        string folder = Directory.CreateDirectory(Path.Combine(proc, $"{pid}", "fd")).Parent!.FullName;
        File.WriteAllText(Path.Combine(folder, "comm"), name);
        File.WriteAllText(Path.Combine(folder, "cgroup"), cgroup);
        for (int fd = 0; fd < open.Length; fd++)
        {
            File.CreateSymbolicLink(Path.Combine(folder, "fd", $"{fd}"), open[fd]);
        }
    }
}
