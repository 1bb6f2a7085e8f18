import { createHash } from 'node:crypto';
import PostalMime from 'postal-mime';
import { compare } from './compare.mjs';

const pairs = list => (list ?? []).flatMap(one => one.group ?? [one]).map(one => [one.name ?? '', one.address ?? '']);
const bare = id => id?.replace(/^<|>$/g, '') ?? null;

await compare(process.argv[2], 'postal-mime', async raw => {
  const mail = await PostalMime.parse(raw, { attachmentEncoding: 'arraybuffer', rfc822Attachments: true });
  return {
    from: pairs([mail.from]), replyTo: pairs(mail.replyTo), to: pairs(mail.to), cc: pairs(mail.cc), bcc: pairs(mail.bcc),
    subject: mail.subject ?? '',
    date: Date.parse(mail.date) / 1000,
    messageId: bare(mail.messageId), inReplyTo: bare(mail.inReplyTo),
    references: (mail.references ?? '').split(/\s+/).filter(Boolean).map(bare),
    text: mail.text, html: mail.html,
    files: mail.attachments.map(file => ({
      name: file.filename, type: file.mimeType, id: bare(file.contentId), sha256: createHash('sha256').update(Buffer.from(file.content)).digest('hex'),
    })),
  };
});
