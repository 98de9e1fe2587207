namespace Lvx.Benchmarks;

/// <summary>A group of figures that belong together: a verb of the command and a section of the document.</summary>
internal interface IMeasurement
{
    /// <summary>The verb, and the name of the section's markers.</summary>
    string Name { get; }

    /// <summary>What is measured, in a line.</summary>
    string What { get; }

    /// <summary>Measures, and tells <paramref name="report"/>.</summary>
    void Run(Report report);
}
