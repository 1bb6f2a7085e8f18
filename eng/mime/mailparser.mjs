import { createHash } from 'node:crypto';
import { simpleParser } from 'mailparser';
import { domainToASCII } from 'node:url';
import { compare } from './compare.mjs';

const pairs = list => (Array.isArray(list) ? list : [list]).filter(Boolean).flatMap(one => one.value).map(one => [one.name ?? '', ascii(one.address ?? '')]);
// It shows domains in their own script (RFC 5890 §2.3.2.1).
const ascii = address => address.replace(/@([^@]*)$/, (_, domain) => '@' + domainToASCII(domain));
const bare = id => id?.replace(/^<|>$/g, '') ?? null;

await compare(process.argv[2], 'mailparser', async raw => {
  const mail = await simpleParser(raw, { skipHtmlToText: true, skipTextToHtml: true, skipImageLinks: true, skipTextLinks: true });
  return {
    from: pairs(mail.from), replyTo: pairs(mail.replyTo), to: pairs(mail.to), cc: pairs(mail.cc), bcc: pairs(mail.bcc),
    subject: mail.subject ?? '',
    date: mail.date.getTime() / 1000,
    messageId: bare(mail.messageId), inReplyTo: bare(mail.inReplyTo),
    references: [mail.references ?? []].flat().map(bare),
    text: mail.text, html: mail.html || null,
    files: mail.attachments.map(file => ({
      name: file.filename, type: file.contentType, id: file.cid ?? null, sha256: createHash('sha256').update(file.content).digest('hex'),
    })),
  };
});
