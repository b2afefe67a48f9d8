/** What every publisher asks of robots; its feed and its articles are open to all. */
export const ROBOTS = `User-agent: *
Disallow: /account/
Disallow: /search
Disallow: /*?replytocom=
`
