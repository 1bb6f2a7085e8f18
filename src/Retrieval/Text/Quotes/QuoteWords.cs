namespace Assistant.Retrieval.Text.Quotes;

/// <summary>The words by which mail programs introduce the mail that is answered or forwarded, in the languages they speak.</summary>
internal static class QuoteWords
{
    private static readonly string[] Wrote =
    [
        "wrote", "writes", "schrieb", "a écrit", "écrit", "escribió", "escribio", "ha scritto", "scrisse", "escreveu", "schreef", "skrev", "skrifaði", "kirjoitti",
        "napisał", "napisała", "napisał(a)", "pisze", "napsal", "napsala", "napsal(a)", "napísal", "napísala", "napísal(a)", "írta", "a scris", "написал", "написала", "написал(а)",
        "пишет", "написав", "написала", "пише", "написа", "έγραψε", "yazdı", "va escriure", "je napisao", "je napisala", "napisao", "је написао", "je pisal", "napisal", "kirjutas",
        "rakstīja", "rašė", "đã viết", "menulis", "เขียน", "כתב", "כתבה", "كتب", "نوشت", "のメール", "書きました", "のメッセージ", "写道", "寫道", "写道：", "작성", "썼습니다", "님이", "idatzi du",
    ];

    private static readonly string[] Intros =
    [
        "On", "Am", "Le", "El", "Il", "Em", "Op", "Den", "Dne", "Dnia", "W", "Pe", "În", "La", "Στις", "На", "В", "Vào", "Pada", "Dana", "Tarihinde", "At", "Em", "Fr", "Il giorno", "A", "Á", "Kl",
    ];

    private static readonly string[] Original =
    [
        "original message", "original-message", "original email", "ursprüngliche nachricht", "original-nachricht", "originalnachricht", "ursprungliche nachricht",
        "message d'origine", "message d’origine", "message original", "mensaje original", "messaggio originale", "mensagem original", "oorspronkelijk bericht",
        "ursprungligt meddelande", "originalmeddelande", "opprinnelig melding", "oprindelig meddelelse", "original meddelelse", "alkuperäinen viesti",
        "wiadomość oryginalna", "oryginalna wiadomość", "původní zpráva", "pôvodná správa", "eredeti üzenet", "mesaj original", "исходное сообщение",
        "оригинальное сообщение", "оригінальне повідомлення", "αρχικό μήνυμα", "özgün ileti", "orijinal mesaj", "元のメッセージ", "原始邮件", "原始郵件", "邮件原件", "원본 메시지",
        "הודעה מקורית", "الرسالة الأصلية", "tin nhắn gốc", "pesan asli", "reply message", "antwort nachricht",
    ];

    private static readonly string[] Forwarded =
    [
        "forwarded message", "forwarded by", "begin forwarded message", "weitergeleitete nachricht", "anfang der weitergeleiteten", "message transféré", "message réexpédié",
        "début du message", "mensaje reenviado", "inicio del mensaje reenviado", "messaggio inoltrato", "inizio messaggio inoltrato", "mensagem encaminhada", "mensagem reencaminhada",
        "doorgestuurd bericht", "begin doorgestuurd bericht", "vidarebefordrat meddelande", "videresendt", "vidarebefordrade", "edelleenlähetetty", "välitetty viesti",
        "przekazana wiadomość", "wiadomość przekazana", "přeposlaná zpráva", "preposlaná správa", "továbbított üzenet", "mesaj redirecționat", "пересылаемое сообщение",
        "переслане повідомлення", "προωθημένο μήνυμα", "iletilmiş mesaj", "yönlendirilen ileti", "転送されたメッセージ", "転送メッセージ", "转发的邮件", "转发邮件", "轉寄郵件", "轉寄的郵件",
        "전달된 메시지", "הודעה שהועברה", "رسالة معاد توجيهها", "thư chuyển tiếp", "pesan terusan",
    ];

    private static readonly string[] ForwardSubjects = ["fwd:", "fw:", "wg:", "tr:", "rv:", "enc:", "i:", "doorst:", "vs:", "vb:", "videresendt:", "pd:", "转发:", "转发：", "轉寄:", "転送:", "전달:"];

    private static readonly string[] From =
    [
        "from", "von", "de", "da", "van", "från", "fra", "lähettäjä", "od", "feladó", "от", "від", "от кого", "από", "kimden", "gönderen", "expéditeur", "remitente", "mittente", "差出人",
        "送信者", "发件人", "寄件者", "寄件人", "보낸 사람", "보낸사람", "dari", "từ", "מאת", "من",
    ];

    private static readonly string[] Sent =
    [
        "sent", "date", "gesendet", "datum", "envoyé", "enviado", "enviado el", "enviada em", "enviada", "fecha", "inviato", "data", "verzonden", "skickat", "sendt", "dato", "lähetetty",
        "päivämäärä", "wysłano", "wysłane", "odesláno", "odoslané", "dátum", "elküldve", "trimis", "отправлено", "дата", "надіслано", "ημερομηνία", "στάλθηκε", "gönderildi", "tarih",
        "送信日時", "日時", "日付", "发送时间", "发送日期", "日期", "寄件日期", "時間", "보낸 날짜", "날짜", "tanggal", "ngày", "נשלח", "תאריך", "تاريخ", "envoyé le", "date d'envoi",
    ];

    public static bool HasWrote(string text) => Wrote.Any(word => Contains(text, word));

    public static bool StartsAttribution(string line) =>
        line.Length > 0 && (char.IsAsciiDigit(line[0]) || Intros.Any(intro => line.Length > intro.Length
            && line.StartsWith(intro, StringComparison.OrdinalIgnoreCase) && line[intro.Length] is ' ' or '\u00A0'));

    public static bool IsOriginalSeparator(string line) => IsBetweenDashes(line) && Original.Any(words => Contains(line, words));

    public static bool IsForwardMarker(string line) =>
        line.Length <= 120
        && (IsBetweenDashes(line) || line.TrimEnd().EndsWith(':') || line.TrimEnd().EndsWith('：'))
        && Forwarded.Any(words => Contains(line, words));

    public static bool IsForward(string? subject) =>
        subject is not null && ForwardSubjects.Any(prefix => subject.AsSpan().TrimStart().StartsWith(prefix, StringComparison.OrdinalIgnoreCase));

    public static bool IsFrom(string line) => IsHeader(line, From);

    public static bool IsSent(string line) => IsHeader(line, Sent);

    private static bool IsHeader(string line, string[] names)
    {
        var colon = line.AsSpan().IndexOfAny(":：");
        if (colon is <= 0 or > 24)
            return false;
        var name = line.AsSpan(0, colon).Trim(" *\u00A0");
        foreach (var known in names)
        {
            if (name.Equals(known, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }

    private static bool IsBetweenDashes(string line)
    {
        var text = line.AsSpan().Trim();
        return text.Length <= 120 && (text.StartsWith("--") || text.StartsWith("__") || text.StartsWith("==") || text.StartsWith("—"));
    }

    private static bool Contains(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
