namespace Lvx.Fuzz.Running;

/// <summary>One thing that takes inputs.</summary>
internal interface ITarget
{
    string Name { get; }

    /// <summary>How many of a thousand inputs are for it.</summary>
    int Share { get; }

    /// <summary>How long one input may take, and how much it may allocate, before that is a finding.</summary>
    (TimeSpan Time, long Bytes) Bounds { get; }

    /// <summary>How many threads it takes: one for each core, or more where it mostly waits.</summary>
    int Threads => Environment.ProcessorCount;

    /// <summary>Makes the input that <paramref name="dice"/> say.</summary>
    byte[] Make(Dice dice);

    /// <summary>Gives the input to what is tested, and judges what comes of it.</summary>
    /// <param name="input">The input.</param>
    /// <param name="dice">Decide what is not in the input, such as where it is split.</param>
    Verdict Judge(byte[] input, Dice dice);
}
