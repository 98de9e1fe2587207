namespace Lvx.Core.Journal;

/// <summary>The lines of a journal, one after the other; never holds more of the file than one line.</summary>
internal static class JournalReader
{
    /// <summary>The largest journal that is read, in bytes.</summary>
    public const long MaxBytes = 64L * 1024 * 1024;

    /// <summary>The records of an open journal, up to where it reached when it was opened. Empty lines hold none.</summary>
    /// <exception cref="JournalFault">It cannot be read any more.</exception>
    public static IEnumerable<JournalRecord> Records(JournalFile file)
    {
        // The line being read is at the beginning; of one that is too long the rest is passed over.
        byte[] buffer = new byte[JournalLine.MaxBytes];
        int held = 0;
        bool tooLong = false;
        long line = 1;
        for (long position = 0; position < file.Length;)
        {
            int count = Read(file, buffer.AsMemory(held), position);
            if (count == 0)
            {
                break;
            }

            position += count;
            int begin = 0, end = held + count;
            for (int seen = held; buffer.AsSpan(seen, end - seen).IndexOf((byte)'\n') is var at && at >= 0; begin = seen)
            {
                seen += at;
                if (Record(line++, buffer.AsMemory(begin, seen - begin), tooLong) is { } record)
                {
                    yield return record;
                }

                tooLong = false;
                seen++;
            }

            held = end - begin;
            buffer.AsSpan(begin, held).CopyTo(buffer);
            if (held == buffer.Length)
            {
                tooLong = true;
                held = 0;
            }
        }

        if (Record(line, buffer.AsMemory(0, held), tooLong) is { } last)
        {
            yield return last;
        }
    }

    private static JournalRecord? Record(long number, ReadOnlyMemory<byte> line, bool tooLong) =>
        tooLong ? new JournalRecord(number, null, "it is longer than 64 KB, which no record is.")
        : line.IsEmpty ? null
        : JournalLine.TryParse(line, out JournalEntry? entry, out string? damage) ? new JournalRecord(number, entry, null)
        : new JournalRecord(number, null, damage);

    private static int Read(JournalFile file, Memory<byte> buffer, long position)
    {
        try
        {
            int wanted = (int)Math.Min(buffer.Length, file.Length - position);
            return RandomAccess.Read(file.Handle, buffer.Span[..wanted], position);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new JournalFault(error.Message.TrimEnd('.'), "Look after the disk that the journal is on.");
        }
    }
}
