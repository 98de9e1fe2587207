using System.Diagnostics;

namespace Lvx.Benchmarks;

/// <summary>lvx, published in several ways, and an empty program beside it, in a folder that goes away again.</summary>
internal sealed class Product : IDisposable
{
    private const string EmptyProject =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TieredPGO>false</TieredPGO>
          </PropertyGroup>
        </Project>
        """;

    private readonly string folder = Directory.CreateTempSubdirectory("lvx-measure").FullName;

    /// <summary>lvx as it is published: compiled ahead, run by the machine's own runtime.</summary>
    public string Ahead() => Publish("ahead");

    /// <summary>lvx compiled as it runs.</summary>
    public string Plain() => Publish("plain", "-p:PublishReadyToRun=false");

    /// <summary>lvx as a native program; null where its compiler or a linker is not to be had.</summary>
    public string? Native()
    {
        try
        {
            return Publish("native", "-p:PublishAot=true");
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>A program that does nothing, under the same settings.</summary>
    public string Empty()
    {
        string source = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;
        File.WriteAllText(Path.Combine(source, "empty.csproj"), EmptyProject);
        File.WriteAllText(Path.Combine(source, "Program.cs"), "return 0;\n");
        string output = Path.Combine(folder, "empty-output");
        DotNet("publish", source, "-c", "Release", "-o", output);
        return Path.Combine(output, "empty");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Publish(string name, params string[] options)
    {
        string output = Path.Combine(folder, name);
        DotNet(["publish", Path.Combine(Repository.Root, "src", "Lvx.Cli"), "-c", "Release", "-o", output, "--artifacts-path", Path.Combine(folder, "artifacts-" + name), .. options]);
        return Path.Combine(output, "lvx");
    }

    private static void DotNet(params string[] arguments)
    {
        var how = new ProcessStartInfo("dotnet", arguments) { RedirectStandardOutput = true };
        how.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        foreach (string handedDown in (string[])["MSBuildSDKsPath", "MSBUILD_EXE_PATH", "MSBuildExtensionsPath"])
        {
            how.Environment.Remove(handedDown);
        }

        using Process process = Process.Start(how)!;
        string said = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"dotnet {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{said}");
        }
    }
}
