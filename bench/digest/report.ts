import { printTable } from '../extract/table.ts'
import { type Cpu, measureCpu } from './cpu.ts'
import { measureSending, type Sending } from './sending.ts'

const MILLION = 1_000_000
const MOST_WRITTEN = 3 // rows for each recipient
const MOST_CPU = 15 // ms for a hundred mails, beyond the SDK's own
const MOST_REQUESTS = 50 // of one invocation on the free plan
const RATES = [2, 10] // requests a second: what the provider has granted by default
// Cloudflare's prices in dollars a million, beyond what the paid plan includes.
const PRICE = { rowsWritten: 1, rowsRead: 0.001, queueOperations: 0.4, cpuMs: 0.02 }
const QUEUE_OPERATIONS = 3 // for each message: written, read, deleted

/** Measures and prints; sets the exit code where a bar is missed. */
export async function report(sizes: number[], stories: number): Promise<void> {
  const cpu = [await measureCpu(stories), await measureCpu(1)]
  printCpu(cpu)
  const sendings: Sending[] = []
  for (const size of sizes) sendings.push(await measureSending(size))
  printSendings(sendings)
  const last = sendings.at(-1)
  if (last && cpu[0]) printMillion(last, cpu[0])
  const missed = missedBars(sendings, cpu)
  for (const bar of missed) process.stdout.write(`MISSED: ${bar}\n`)
  if (missed.length > 0) process.exitCode = 1
}

function printCpu(cpu: Cpu[]): void {
  printTable(
    `CPU of a call of 100 mails, ms (bar: ours at most ${MOST_CPU})`,
    ['HTML', 'ours', "the SDK's own"],
    cpu.map(({ htmlBytes, ours, sdk }) => [
      `${(htmlBytes / 1000).toFixed(1)} KB`,
      ours.toFixed(1),
      sdk.toFixed(1),
    ]),
  )
}

function printSendings(sendings: Sending[]): void {
  printTable(
    `One issue (bars: at most ${MOST_WRITTEN} rows written, ${MOST_REQUESTS} requests a run)`,
    [
      'subscribers',
      'sent',
      'calls',
      'written each',
      'read each',
      'statements/call',
      'most a run',
      's',
    ],
    sendings.map((one) => [
      String(one.subscribers),
      String(one.delivered),
      String(one.calls),
      (one.written / one.subscribers).toFixed(2),
      (one.read / one.subscribers).toFixed(2),
      (one.statements / one.calls).toFixed(1),
      String(one.mostRequests),
      one.seconds.toFixed(1),
    ]),
  )
}

/** What a million would take, by the figures of the largest list that was measured. */
function printMillion(sending: Sending, cpu: Cpu): void {
  const times = MILLION / sending.subscribers
  const calls = sending.calls * times
  const cost = {
    'rows written': (sending.written * times * PRICE.rowsWritten) / MILLION,
    'rows read': (sending.read * times * PRICE.rowsRead) / MILLION,
    'queue operations': (sending.jobs * times * QUEUE_OPERATIONS * PRICE.queueOperations) / MILLION,
    'CPU of the calls': (calls * (cpu.ours + cpu.sdk) * PRICE.cpuMs) / MILLION,
  }
  const sum = Object.values(cost).reduce((total, part) => total + part, 0)
  const rows = Object.entries({ ...cost, together: sum })
  printTable(
    'An issue to 1,000,000, dollars at Cloudflare beyond what the plan includes',
    ['what', '$'],
    rows.map(([what, dollars]) => [what, dollars.toFixed(3)]),
  )
  for (const rate of RATES) {
    const hours = (calls / rate / 3600).toFixed(1)
    process.stdout.write(`${calls} calls take ${hours} h at ${rate} requests a second.\n`)
  }
}

function missedBars(sendings: Sending[], cpu: Cpu[]): string[] {
  const written = sendings.map((one) => one.written / one.subscribers)
  const read = sendings.map((one) => one.read / one.subscribers)
  return [
    ...(Math.max(...written) > MOST_WRITTEN ? ['rows written'] : []),
    ...(Math.max(...read) > Math.min(...read) * 1.2 ? ['rows read grow with the list'] : []),
    ...(sendings.some((one) => one.delivered !== one.subscribers) ? ['not everyone got it'] : []),
    ...(sendings.some((one) => one.calls > Math.ceil(one.subscribers / 100)) ? ['calls'] : []),
    ...(sendings.some((one) => one.mostRequests > MOST_REQUESTS) ? ['requests of a run'] : []),
    ...(cpu.some(({ ours }) => ours > MOST_CPU) ? ['CPU'] : []),
  ]
}
