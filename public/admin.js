// Follows a scan while its page is open. Without this script the page loads itself again.
const progress = document.getElementById('progress')
const words = document.getElementById('progress-words')
const address = progress?.dataset.events

if (address && words) {
  const events = new EventSource(address)
  events.addEventListener('progress', ({ data }) => {
    const shown = JSON.parse(data)
    words.textContent = shown.words
    progress.innerHTML = shown.html // our own server's markup, escaped there
  })
  events.addEventListener('end', () => {
    events.close()
    location.reload() // once more, for what can be done with it now
  })
}
