using System.Globalization;
using System.Management.Automation;
using System.Reflection;
using LvxPS.Hosting;

namespace Lvx.Help.Cmdlets;

/// <summary>Reads what the cmdlets are from their attributes.</summary>
internal static class CmdletReader
{
    private static readonly Dictionary<Type, string> ShortNames = new()
    {
        [typeof(string)] = "string",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(double)] = "double",
        [typeof(decimal)] = "decimal",
        [typeof(bool)] = "bool",
        [typeof(DateTime)] = "datetime",
        [typeof(object)] = "Object",
        [typeof(SwitchParameter)] = "switch",
        [typeof(ScriptBlock)] = "scriptblock",
    };

    private const string Namespace = "LvxPS.Commands";

    private static readonly Lazy<CmdletFacts[]> Read = new(ReadAll);

    /// <summary>Every cmdlet of the module, by name; those in other namespaces are its own tools.</summary>
    public static IReadOnlyList<CmdletFacts> Cmdlets() => Read.Value;

    private static CmdletFacts[] ReadAll() =>
        [.. typeof(LvxCmdlet).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == Namespace && !type.IsAbstract && type.IsDefined(typeof(CmdletAttribute), inherit: false))
            .Select(Cmdlet)
            .OrderBy(cmdlet => cmdlet.Name, StringComparer.Ordinal)];

    private static CmdletFacts Cmdlet(Type type)
    {
        AttributeFacts attribute = AttributeFacts.Of<CmdletAttribute>(type).Single();
        bool asks = attribute.Says(nameof(CmdletAttribute.SupportsShouldProcess));
        object cmdlet = Activator.CreateInstance(type)!;
        // Those of the class itself first, as PowerShell lists them.
        List<ParameterFacts> parameters =
        [
            .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(property => property.IsDefined(typeof(ParameterAttribute)))
                .Select(property => Parameter(property, property.GetValue(cmdlet))),
        ];
        if (asks)
        {
            parameters.Add(Common("WhatIf", "wi", isOn: false));
            parameters.Add(Common("Confirm", "cf", IsHigh(attribute)));
        }

        string[] sets = [.. parameters.SelectMany(parameter => parameter.Sets).Select(place => place.Set).Where(set => set != CmdletFacts.AllSets).Distinct(StringComparer.Ordinal)];
        (cmdlet as IDisposable)?.Dispose();
        return new CmdletFacts
        {
            Verb = (string)attribute.Arguments[0],
            Noun = (string)attribute.Arguments[1],
            Aliases = Aliases(type),
            IsHighImpact = asks && IsHigh(attribute),
            Sets = sets.Length == 0 ? [CmdletFacts.AllSets] : [.. sets.OrderBy(set => !set.Equals(attribute[nameof(CmdletAttribute.DefaultParameterSetName)]))],
            Parameters = parameters,
            Outputs = [.. AttributeFacts.Of<OutputTypeAttribute>(type).SelectMany(output => output.Arguments).Cast<Type>().Select(output => output.FullName!)],
        };
    }

    private static ParameterFacts Parameter(PropertyInfo property, object? value)
    {
        Type type = property.PropertyType;
        Type plain = Nullable.GetUnderlyingType(type) ?? type;
        bool isSwitch = plain == typeof(SwitchParameter);
        IReadOnlyList<object>? range = AttributeFacts.Of<ValidateRangeAttribute>(property).FirstOrDefault()?.Arguments;
        return new ParameterFacts
        {
            Name = property.Name,
            TypeName = ShortName(plain),
            FullTypeName = plain.FullName!,
            IsSwitch = isSwitch,
            Aliases = Aliases(property),
            Names = plain.IsEnum ? Enum.GetNames(plain) : [],
            Range = range is null ? null : (Text(range[0]), range[1] is int.MaxValue ? null : Text(range[1])),
            AllowsWildcards = property.IsDefined(typeof(SupportsWildcardsAttribute)),
            Sets =
            [
                .. AttributeFacts.Of<ParameterAttribute>(property).Select(attribute => new ParameterInSet(
                    attribute[nameof(ParameterAttribute.ParameterSetName)] as string ?? CmdletFacts.AllSets,
                    attribute.Says(nameof(ParameterAttribute.Mandatory)),
                    attribute[nameof(ParameterAttribute.Position)] as int?,
                    attribute.Says(nameof(ParameterAttribute.ValueFromPipeline)),
                    attribute.Says(nameof(ParameterAttribute.ValueFromPipelineByPropertyName)))),
            ],
            Default = isSwitch ? "False" : DefaultText(plain, value),
            CanBeDefault = text => Parse(plain, text) is not { } said || Equals(said, value) || (Nullable.GetUnderlyingType(type) is not null && value is null),
        };
    }

    private static string[] Aliases(MemberInfo member) => [.. AttributeFacts.Of<AliasAttribute>(member).SelectMany(alias => alias.Arguments).Cast<string>()];

    private static ParameterFacts Common(string name, string alias, bool isOn) => new()
    {
        Name = name,
        TypeName = "switch",
        FullTypeName = typeof(SwitchParameter).FullName!,
        IsSwitch = true,
        Aliases = [alias],
        Sets = [new ParameterInSet(CmdletFacts.AllSets, IsMandatory: false, Position: null, TakesValue: false, TakesProperty: false)],
        Default = isOn ? "True" : "False",
    };

    private static bool IsHigh(AttributeFacts cmdlet) => cmdlet[nameof(CmdletAttribute.ConfirmImpact)] is (int)ConfirmImpact.High;

    private static string ShortName(Type type) => type.IsArray ? ShortName(type.GetElementType()!) + "[]" : ShortNames.GetValueOrDefault(type, type.Name);

    private static string? DefaultText(Type type, object? value) => value switch
    {
        null or "" or int.MaxValue => null,
        Array { Length: 0 } => null,
        string[] texts => string.Join(", ", texts),
        not null when type.IsValueType && value.Equals(Activator.CreateInstance(type)) => null,
        _ => Text(value),
    };

    /// <summary>What a text is as a value of a type; null when it is none.</summary>
    private static object? Parse(Type type, string text) =>
        type.IsEnum ? Enum.TryParse(type, text, out object? code) ? code : null
        : type == typeof(bool) ? bool.TryParse(text, out bool truth) ? truth : null
        : type == typeof(string) || !typeof(IConvertible).IsAssignableFrom(type) || !decimal.TryParse(text, CultureInfo.InvariantCulture, out decimal number) ? null
        : Convert.ChangeType(number, type, CultureInfo.InvariantCulture);

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
