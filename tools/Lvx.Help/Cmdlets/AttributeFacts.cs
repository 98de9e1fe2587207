using System.Reflection;

namespace Lvx.Help.Cmdlets;

/// <summary>An attribute as it was written in the code. Reference assemblies have attributes whose properties say nothing, so that none is made.</summary>
internal sealed class AttributeFacts(CustomAttributeData data)
{
    /// <summary>The attributes of a type that a member bears.</summary>
    public static IEnumerable<AttributeFacts> Of<T>(MemberInfo member)
        where T : Attribute => member.GetCustomAttributesData().Where(data => data.AttributeType == typeof(T)).Select(data => new AttributeFacts(data));

    /// <summary>What was said of a property; no value when nothing was.</summary>
    public object? this[string property] => data.NamedArguments.FirstOrDefault(argument => argument.MemberName == property).TypedValue.Value;

    /// <summary>What the constructor was given, lists taken apart.</summary>
    public IReadOnlyList<object> Arguments =>
        [.. data.ConstructorArguments.SelectMany(argument => argument.Value is IReadOnlyCollection<CustomAttributeTypedArgument> list ? list.Select(one => one.Value!) : [argument.Value!])];

    public bool Says(string property) => this[property] is true;
}
