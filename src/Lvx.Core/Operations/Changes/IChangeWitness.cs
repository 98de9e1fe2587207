namespace Lvx.Core.Operations;

/// <summary>Keeps the settings as found, before the first of them is changed. The faces bring one that writes baselines.</summary>
public interface IChangeWitness
{
    /// <summary>Keeps a unit's settings.</summary>
    /// <param name="settings">All of them, as found.</param>
    /// <param name="run">The id of this run, for the name.</param>
    /// <returns>A line for the person: where they are kept, and how to bring them back.</returns>
    /// <exception cref="LvxException">They could not be kept; then nothing is written.</exception>
    string Keep(LvxSettings settings, string run);
}
