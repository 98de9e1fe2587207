using System.Management.Automation;
using System.Runtime.Loader;

namespace LvxPS.Hosting;

/// <summary>What happens when the module comes and goes; PowerShell calls it.</summary>
public sealed class ModuleAssembly : IModuleAssemblyInitializer, IModuleAssemblyCleanup
{
    /// <inheritdoc/>
    public void OnImport()
    {
        // Once, however often it is imported.
        AssemblyLoadContext.Default.Resolving -= YamlContext.Resolve;
        AssemblyLoadContext.Default.Resolving += YamlContext.Resolve;
    }

    /// <inheritdoc/>
    public void OnRemove(PSModuleInfo psModuleInfo) => AssemblyLoadContext.Default.Resolving -= YamlContext.Resolve;
}
