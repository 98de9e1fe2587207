namespace Lvx.Core.Services;

/// <summary>Runs commands of the system.</summary>
public interface ICommandRunner
{
    /// <summary>Runs one to its end.</summary>
    /// <param name="name">Its name, without a folder.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <param name="limit">How long it is waited for; then it is killed.</param>
    CommandResult Run(string name, IReadOnlyList<string> arguments, TimeSpan limit);
}
