using System.Management.Automation;
using System.Runtime.Loader;

namespace LvxPS.Hosting;

/// <summary>What happens when the module comes; PowerShell calls it.</summary>
public sealed class ModuleAssembly : IModuleAssemblyInitializer
{
    /// <inheritdoc/>
    public void OnImport()
    {
        // Once, however often it is imported. It stays when the module is removed: other runspaces of the process may have the module still, and there is one handler for all.
        AssemblyLoadContext.Default.Resolving -= YamlContext.Resolve;
        AssemblyLoadContext.Default.Resolving += YamlContext.Resolve;
    }
}
