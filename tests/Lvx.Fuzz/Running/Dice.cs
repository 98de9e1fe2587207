namespace Lvx.Fuzz.Running;

/// <summary>Numbers that look like chance and are the same for the same seed, on every machine.</summary>
internal sealed class Dice
{
    private ulong state;

    public Dice(ulong seed) => state = seed;

    /// <summary>The dice of one input, so that each can be made again by itself.</summary>
    public static Dice Of(ulong seed, string target, long index)
    {
        ulong mixed = seed;
        foreach (char c in target)
        {
            mixed = new Dice(mixed ^ c).Next();
        }

        return new Dice(mixed ^ new Dice((ulong)index).Next());
    }

    public ulong Next()
    {
        state += 0x9E3779B97F4A7C15;
        ulong z = state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>From 0 to one less than <paramref name="end"/>, which is at least 1.</summary>
    public int Below(int end) => (int)(Next() % (ulong)end);

    /// <summary>From <paramref name="low"/> to <paramref name="high"/>, both of them possible.</summary>
    public int Between(int low, int high) => low + Below(high - low + 1);

    public bool OneIn(int n) => Below(n) == 0;

    public byte Byte() => (byte)Next();

    public T Of<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public char Of(string choices) => choices[Below(choices.Length)];

    public string Digits(int count) => string.Create(count, this, static (span, dice) =>
    {
        for (int i = 0; i < span.Length; i++)
        {
            span[i] = (char)('0' + dice.Below(10));
        }
    });
}
