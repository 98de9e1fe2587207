using System.Reflection;
using System.Runtime.InteropServices;

namespace Lvx.Tests;

/// <summary>Dependencies point one way: Pi18, Core, Simulator, and only then the faces. See docs/design.md.</summary>
public sealed class ArchitectureTests
{
    // What comes with the runtime itself. System.Management.Automation and System.CommandLine bear the family's name and do not.
    private static readonly HashSet<string> Framework =
        [.. Directory.GetFiles(RuntimeEnvironment.GetRuntimeDirectory(), "*.dll").Select(file => Path.GetFileNameWithoutExtension(file)!)];

    [Theory]
    [InlineData("Lvx.Pi18", "")]
    [InlineData("Lvx.Core", "Lvx.Pi18")]
    [InlineData("Lvx.Simulator", "Lvx.Core, Lvx.Pi18")]
    [InlineData("Lvx.Yaml", "Lvx.Core, Lvx.Pi18, YamlDotNet")]
    public void A_room_knows_the_framework_and_the_rooms_before_it(string assembly, string known) =>
        Assert.Empty(Beyond(assembly).Except(known.Split(", ")));

    [Fact]
    public void Core_speaks_the_language_of_the_inverter() => Assert.Contains("Lvx.Pi18", Beyond("Lvx.Core"));

    [Theory]
    [InlineData("Lvx.Pi18")]
    [InlineData("Lvx.Core")]
    [InlineData("Lvx.Simulator")]
    [InlineData("Lvx.Yaml")]
    public void Nothing_behind_the_faces_knows_powershell(string assembly) =>
        Assert.DoesNotContain("System.Management.Automation", References(assembly));

    [Fact]
    public void One_room_knows_yaml() => Assert.Contains("YamlDotNet", Beyond("Lvx.Yaml"));

    // A type of another version of YamlDotNet, which another module brought, would be another type.
    [Fact]
    public void No_type_of_yamldotnet_is_seen_from_outside()
    {
        Type[] seen = [.. Assembly.LoadFrom(PathOf("Lvx.Yaml")).GetExportedTypes().SelectMany(SeenIn)];

        Assert.Contains("Lvx.Core.Operations.LvxSettings", seen.Select(type => type.FullName));
        Assert.DoesNotContain(seen, type => type.Assembly.GetName().Name == "YamlDotNet");
    }

    [Fact]
    public void The_framework_is_told_from_packages_that_bear_its_name()
    {
        Assert.Contains("System.Runtime", Framework);
        Assert.DoesNotContain("System.Management.Automation", Framework);
        Assert.DoesNotContain("System.CommandLine", Framework);
    }

    private static IEnumerable<Type> SeenIn(Type type)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;
        IEnumerable<Type?> members = type.GetMembers(Any).SelectMany(IEnumerable<Type?> (member) => member switch
        {
            MethodBase { IsPublic: false, IsFamily: false, IsFamilyOrAssembly: false } => [],
            MethodInfo method => [method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType)],
            MethodBase constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
            FieldInfo { IsPublic: true } field => [field.FieldType],
            _ => [],
        });
        return members.Append(type.BaseType).Concat(type.GetInterfaces()).OfType<Type>().SelectMany(Within);
    }

    private static IEnumerable<Type> Within(Type type) =>
        type.HasElementType ? Within(type.GetElementType()!) : type.GetGenericArguments().SelectMany(Within).Append(type);

    private static IEnumerable<string> Beyond(string assembly) => References(assembly).Except(Framework);

    private static IEnumerable<string> References(string assembly) =>
        Assembly.LoadFrom(PathOf(assembly)).GetReferencedAssemblies().Select(reference => reference.Name!);

    private static string PathOf(string assembly) => Path.Combine(AppContext.BaseDirectory, assembly + ".dll");
}
