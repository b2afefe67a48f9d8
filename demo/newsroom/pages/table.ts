import { html } from 'hono/html'
import { sectionLinks } from './furniture.ts'
import type { Html, Page } from './page.ts'

/** A site that nobody has touched since 2001: tables, fonts, no data about the article at all. */
export function table(page: Page): Html {
  const { lang, title, byline, day, paragraphs, related, origin, outlet } = page
  return html`<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01 Transitional//EN">
<html lang="${lang}">
<head>
<meta http-equiv="Content-Type" content="text/html; charset=utf-8">
<title>${title} - ${outlet}</title>
<link rel="stylesheet" type="text/css" href="${origin}/assets/site.css">
</head>
<body bgcolor="#ffffff" text="#000000">
<table width="780" border="0" cellpadding="6" cellspacing="0" align="center">
<tr><td colspan="2" bgcolor="#223366"><a href="${origin}/"><font face="Georgia" size="6" color="#ffffff">${outlet}</font></a></td></tr>
<tr valign="top"><td width="150" bgcolor="#eeeeee"><font face="Verdana" size="1"><b>Sections</b><br>${sectionLinks(origin).map(({ title, url }) => html`<a href="${url}">${title}</a><br>`)}<br><b>Older news</b><br>${related.map(({ title, url }) => html`<a href="${url}">${title}</a><br><br>`)}</font></td>
<td width="630"><font face="Georgia" size="5"><b>${title}</b></font><br>
<font face="Verdana" size="1" color="#666666">${byline && html`By ${byline} `}${day && html`(posted ${day})`}</font><br><br>
<font face="Georgia" size="3">${paragraphs.map((paragraph) => html`<p>${paragraph}</p>\n`)}</font>
<hr noshade size="1"><font face="Verdana" size="1"><a href="mailto:letters@example.com">Send us a letter</a> | <a href="${origin}/">Back to the front page</a></font></td></tr>
<tr><td colspan="2" align="center" bgcolor="#eeeeee"><font face="Verdana" size="1">A demo newsroom on this computer plays ${outlet}. Best viewed at 800 x 600.</font></td></tr>
</table>
</body>
</html>
`
}
