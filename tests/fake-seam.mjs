// Starts Seam's own fake server with its example data, for one test.
//
//   node fake-seam.mjs [PORT]
//
// Prints one line, its URL, when it is ready. Ends when its standard input is closed, so that it
// never outlives the test that started it, or by a signal.

import net from 'node:net'
import { createFake } from '@seamapi/fake-seam-connect'

const HOST = '127.0.0.1'

// The package listens on every interface and has no option for that. It starts a plain server by
// its port; here the port comes with a host.
const listen = net.Server.prototype.listen
net.Server.prototype.listen = function (port, callback) {
  return listen.call(this, { port, host: HOST }, callback)
}

const wanted = Number(process.argv[2] ?? 0)
const url = await start(wanted === 0 ? 5 : 1)

process.stdin.on('close', () => process.exit(0))
process.stdin.resume()
console.log(url)

// The fake must know its URL before it listens, for the URLs of next pages. A free port can be taken
// by another process between finding it and using it, hence the attempts.
async function start(attempts) {
  const port = wanted === 0 ? await freePort() : wanted
  const url = `http://${HOST}:${port}`
  try {
    const fake = await createFake()
    await fake.seed()
    await fake.startServer({ port, baseUrl: url })
    return url
  } catch (error) {
    if (error.code === 'EADDRINUSE' && attempts > 1) return await start(attempts - 1)
    throw error
  }
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, () => {
      const { port } = server.address()
      server.close(() => resolve(port))
    })
  })
}
