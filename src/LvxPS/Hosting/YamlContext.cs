using System.Reflection;
using System.Runtime.Loader;

namespace LvxPS.Hosting;

/// <summary>
/// Where Lvx.Yaml and YamlDotNet live: a load context of their own, so that another module's YamlDotNet, of whatever version, and ours never meet. Everything else of
/// the module stays in the default context, where type literals find it.
/// </summary>
internal sealed class YamlContext : AssemblyLoadContext
{
    private const string Bridge = "Lvx.Yaml";
    private const string Library = "YamlDotNet";

    private static readonly string Folder = Path.Combine(Path.GetDirectoryName(typeof(YamlContext).Assembly.Location) ?? "", "Dependencies");
    private static readonly Lazy<YamlContext> Private = new(() => new YamlContext());

    private YamlContext()
        : base("LvxPS")
    {
    }

    /// <summary>The handler on the default context: the one name, by path. To load by name from here would come back to here until the shell dies.</summary>
    public static Assembly? Resolve(AssemblyLoadContext context, AssemblyName name) => name.Name == Bridge ? Private.Value.Find(Bridge) : null;

    /// <inheritdoc/>
    protected override Assembly? Load(AssemblyName assemblyName) => assemblyName.Name != Library
        ? null
        : Find(Library) ?? throw new FileNotFoundException("YamlDotNet.dll is missing; another module's is no stand-in for it.", assemblyName.FullName);

    private Assembly? Find(string name)
    {
        string file = Path.Combine(Folder, name + ".dll");
        return File.Exists(file) ? LoadFromAssemblyPath(file) : null;
    }
}
