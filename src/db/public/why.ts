import type { StoryJoin } from '../../story/stories.ts'

/** Why an article belongs to its story, in one plain sentence. */
export function whyJoined({ method, score }: StoryJoin): string {
  const percent = `${Math.round(score * 100)} %`
  switch (method) {
    case 'founded':
      return 'The first article that was read of this story.'
    case 'revision':
      return 'A later text of an article at the same address.'
    case 'copy':
      return `Its text is that of another article of the story (${percent} the same).`
    case 'quotation':
      return `It repeats words that the story brought first (${percent} the same).`
    case 'interview':
      return 'The same person told the same outlet, within ten days.'
    case 'event':
      return 'The same person is reported within three days, and no other source is named.'
    case 'source':
      return 'It names the outlet that had the story first, within ten days.'
    case 'corrected':
      return 'A person put it here, against what the rules made of it.'
  }
}
