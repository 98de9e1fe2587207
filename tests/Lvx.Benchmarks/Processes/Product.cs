using System.Diagnostics;

namespace Lvx.Benchmarks;

/// <summary>lvx, published in several ways, and an empty program beside it. What is in the folder already is taken as it is.</summary>
internal sealed class Product
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

    private readonly string folder;

    private Product(string folder) => this.folder = folder;

    /// <summary>The one of this run.</summary>
    public static Product Shared { get; private set; } = new(Path.Combine(Path.GetTempPath(), $"lvx-measure-{Environment.ProcessId}"));

    /// <summary>Takes another folder, that of an earlier run.</summary>
    public static void In(string folder) => Shared = new Product(Path.GetFullPath(folder));

    /// <summary>Takes the folder of this run away; another one stays.</summary>
    public static void CleanUp()
    {
        string own = Path.Combine(Path.GetTempPath(), $"lvx-measure-{Environment.ProcessId}");
        if (Directory.Exists(own))
        {
            Directory.Delete(own, recursive: true);
        }
    }

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
        string output = Path.Combine(folder, "empty-output");
        if (Directory.Exists(output))
        {
            return Path.Combine(output, "empty");
        }

        string source = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;
        File.WriteAllText(Path.Combine(source, "empty.csproj"), EmptyProject);
        File.WriteAllText(Path.Combine(source, "Program.cs"), "return 0;\n");
        DotNet("publish", source, "-c", "Release", "-o", output);
        return Path.Combine(output, "empty");
    }

    private string Publish(string name, params string[] options)
    {
        string output = Path.Combine(folder, name);
        if (!File.Exists(Path.Combine(output, "lvx")))
        {
            // What is checked by every build is not checked again: that would take most of the time.
            DotNet(["publish", Path.Combine(Repository.Root, "src", "Lvx.Cli"), "-c", "Release", "-o", output, "--artifacts-path", Path.Combine(folder, "artifacts"), "-p:RunAnalyzers=false", "-p:EnforceCodeStyleInBuild=false", "-p:GenerateDocumentationFile=false", .. options]);
        }

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
