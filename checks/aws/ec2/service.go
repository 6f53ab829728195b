package ec2

import (
	"merlon"
	"merlon/internal/network"
)

// A kind groups services by what an open port of theirs gives away.
type kind uint8

const (
	admin     kind = iota // a shell or a desktop
	database              // data
	sensitive             // other services that were never meant for strangers
	web                   // may be meant for everyone
)

// An endpoint is a port of a protocol.
type endpoint struct {
	protocol network.Protocol
	port     int
}

// A service is something that listens. There is one table of them; each check
// about open ports is made from it.
type service struct {
	slug, name string
	kind       kind
	endpoints  []endpoint
	// Other tools' ids for the service being open to the internet, to a public
	// address range, and to a whole private network.
	internet, public, private []string
}

func tcp(ports ...int) []endpoint { return endpoints(network.TCP, ports) }
func udp(ports ...int) []endpoint { return endpoints(network.UDP, ports) }

func endpoints(protocol network.Protocol, ports []int) []endpoint {
	list := make([]endpoint, len(ports))
	for i, port := range ports {
		list[i] = endpoint{protocol, port}
	}
	return list
}

var (
	ssh = service{
		"ssh", "SSH", admin, tcp(22),
		[]string{"CKV_AWS_24", "AC_AWS_0227"},
		[]string{"AC_AWS_0319"},
		[]string{"AC_AWS_0320"},
	}
	rdp = service{
		"rdp", "RDP", admin, tcp(3389),
		[]string{"CKV_AWS_25", "AC_AWS_0230"},
		nil,
		[]string{"AC_AWS_0323"},
	}
)

// services are the services other than SSH and RDP, which have checks of their
// own. The ids are those of Checkov and Terrascan.
var services = []service{
	{
		"http", "HTTP", web, tcp(80),
		[]string{"CKV_AWS_260", "AC_AWS_0228"}, nil, []string{"AC_AWS_0321"},
	},
	{
		"https", "HTTPS", web, tcp(443),
		[]string{"AC_AWS_0229"}, nil, []string{"AC_AWS_0322"},
	},
	{
		"http-alternate", "an alternate web port", web, tcp(8000, 8080),
		[]string{"AC_AWS_0241", "AC_AWS_0242"}, []string{"AC_AWS_0283", "AC_AWS_0284"}, []string{"AC_AWS_0340", "AC_AWS_0327"},
	},
	{
		"development-server", "a development server", web, tcp(3000),
		[]string{"AC_AWS_0264"}, []string{"AC_AWS_0306"}, []string{"AC_AWS_0353"},
	},

	{
		"cassandra", "Cassandra", database, tcp(7000, 7001, 9042, 61621),
		[]string{"AC_AWS_0238", "AC_AWS_0239"}, []string{"AC_AWS_0280", "AC_AWS_0281"}, []string{"AC_AWS_0326", "AC_AWS_0338"},
	},
	{
		"elasticsearch", "Elasticsearch", database, tcp(9200, 9300),
		[]string{"AC_AWS_0234", "AC_AWS_0235"}, []string{"AC_AWS_0317", "AC_AWS_0318"}, []string{"AC_AWS_0324", "AC_AWS_0363"},
	},
	{
		"memcached", "Memcached", database, append(tcp(11211, 11214, 11215), udp(11211, 11214, 11215)...),
		[]string{"AC_AWS_0248", "AC_AWS_0249", "AC_AWS_0250", "AC_AWS_0251"},
		[]string{"AC_AWS_0290", "AC_AWS_0291", "AC_AWS_0292", "AC_AWS_0293"},
		[]string{"AC_AWS_0332", "AC_AWS_0333", "AC_AWS_0334", "AC_AWS_0335"},
	},
	{
		"mongodb", "MongoDB", database, tcp(27017, 27018, 27019),
		[]string{"AC_AWS_0252", "AC_AWS_0274"}, []string{"AC_AWS_0294", "AC_AWS_0316"}, []string{"AC_AWS_0342", "AC_AWS_0362"},
	},
	{
		"mssql", "SQL Server", database, append(tcp(1433, 1434), udp(1434)...),
		[]string{"AC_AWS_0244", "AC_AWS_0245", "AC_AWS_0247"},
		[]string{"AC_AWS_0286", "AC_AWS_0287", "AC_AWS_0289"},
		[]string{"AC_AWS_0328", "AC_AWS_0329", "AC_AWS_0331"},
	},
	{
		"mssql-analysis", "SQL Server Analysis Services", database, tcp(2382, 2383),
		[]string{"AC_AWS_0267", "AC_AWS_0268"}, []string{"AC_AWS_0309", "AC_AWS_0310"}, []string{"AC_AWS_0356", "AC_AWS_0357"},
	},
	{
		"mysql", "MySQL", database, tcp(3306),
		[]string{"AC_AWS_0253"}, []string{"AC_AWS_0295"}, []string{"AC_AWS_0336"},
	},
	{
		"oracle", "Oracle Database", database, append(tcp(1521, 2484), udp(2484)...),
		[]string{"AC_AWS_0260", "AC_AWS_0261", "AC_AWS_0270"},
		[]string{"AC_AWS_0302", "AC_AWS_0303", "AC_AWS_0312"},
		[]string{"AC_AWS_0349", "AC_AWS_0350", "AC_AWS_0358"},
	},
	{
		"postgresql", "PostgreSQL", database, append(tcp(5432), udp(5432)...),
		[]string{"AC_AWS_0262", "AC_AWS_0263"}, []string{"AC_AWS_0304", "AC_AWS_0305"}, []string{"AC_AWS_0351", "AC_AWS_0352"},
	},
	{"redis", "Redis", database, tcp(6379, 6380), nil, nil, nil},
	{"redshift", "Redshift", database, tcp(5439), nil, nil, nil},
	{"couchdb", "CouchDB", database, tcp(5984), nil, nil, nil},
	{"etcd", "etcd", database, tcp(2379, 2380), nil, nil, nil},

	{"docker", "the Docker API", sensitive, tcp(2375, 2376), nil, nil, nil},
	{"ftp", "FTP", sensitive, tcp(20, 21), nil, nil, nil},
	{
		"hadoop", "Hadoop", sensitive, tcp(9000),
		[]string{"AC_AWS_0240"}, []string{"AC_AWS_0282"}, []string{"AC_AWS_0339"},
	},
	{"kafka", "Kafka", sensitive, tcp(9092), nil, nil, nil},
	{"kibana", "Kibana", sensitive, tcp(5601), nil, nil, nil},
	{"kubelet", "the kubelet API", sensitive, tcp(10250), nil, nil, nil},
	{
		"ldap", "LDAP", sensitive, tcp(389, 636),
		[]string{"AC_AWS_0243"}, []string{"AC_AWS_0285"}, []string{"AC_AWS_0341"},
	},
	{
		"netbios", "NetBIOS", sensitive, append(tcp(137, 138, 139), udp(137, 138, 139)...),
		[]string{"AC_AWS_0254", "AC_AWS_0255", "AC_AWS_0256", "AC_AWS_0257", "AC_AWS_0258", "AC_AWS_0259"},
		[]string{"AC_AWS_0296", "AC_AWS_0297", "AC_AWS_0298", "AC_AWS_0299", "AC_AWS_0300", "AC_AWS_0301"},
		[]string{"AC_AWS_0343", "AC_AWS_0344", "AC_AWS_0345", "AC_AWS_0346", "AC_AWS_0347", "AC_AWS_0348"},
	},
	{"nfs", "NFS", sensitive, append(tcp(111, 2049), udp(111, 2049)...), nil, nil, nil},
	{
		"puppet", "the Puppet master", sensitive, tcp(8140),
		[]string{"AC_AWS_0265"}, []string{"AC_AWS_0307"}, []string{"AC_AWS_0354"},
	},
	{"rdp-udp", "RDP over UDP", sensitive, udp(3389), nil, nil, nil},
	{
		"rpc", "Windows RPC", sensitive, tcp(135),
		[]string{"AC_AWS_0246"}, []string{"AC_AWS_0288"}, []string{"AC_AWS_0330"},
	},
	{
		"saltstack", "the SaltStack master", sensitive, tcp(4505, 4506),
		[]string{"AC_AWS_0233", "AC_AWS_0236", "AC_AWS_0269"},
		[]string{"AC_AWS_0277", "AC_AWS_0278", "AC_AWS_0311"},
		[]string{"AC_AWS_0325"},
	},
	{
		"smb", "SMB", sensitive, tcp(445, 3020),
		[]string{"AC_AWS_0237", "AC_AWS_0273"}, []string{"AC_AWS_0279", "AC_AWS_0315"}, []string{"AC_AWS_0337", "AC_AWS_0361"},
	},
	{
		"smtp", "SMTP", sensitive, tcp(25),
		[]string{"AC_AWS_0272"}, []string{"AC_AWS_0314"}, []string{"AC_AWS_0360"},
	},
	{
		"snmp", "SNMP", sensitive, udp(161),
		[]string{"AC_AWS_0266"}, []string{"AC_AWS_0308"}, []string{"AC_AWS_0355"},
	},
	{
		"telnet", "Telnet", sensitive, tcp(23),
		[]string{"AC_AWS_0271"}, []string{"AC_AWS_0313"}, []string{"AC_AWS_0359"},
	},
	{"vnc", "VNC", sensitive, tcp(5500, 5900, 5901), nil, nil, nil},
	{"winrm", "WinRM", sensitive, tcp(5985, 5986), nil, nil, nil},
	{"zookeeper", "ZooKeeper", sensitive, tcp(2181), nil, nil, nil},
}

// openedBy reports whether a rule lets traffic to the service through.
func (s *service) openedBy(rule *network.Rule) merlon.Truth {
	opened := merlon.False
	for _, e := range s.endpoints {
		opened = opened.Or(rule.Opens(e.protocol, e.port))
	}
	return opened
}

// openedOf are the services of the kinds that a rule opens: their names, and
// whether there are any.
func openedOf(rule *network.Rule, kinds ...kind) (names []string, any merlon.Truth) {
	for i := range services {
		s := &services[i]
		for _, k := range kinds {
			if s.kind != k {
				continue
			}
			opened := s.openedBy(rule)
			any = any.Or(opened)
			if opened == merlon.True {
				names = append(names, s.name)
			}
		}
	}
	return names, any
}

// aliasesOf collects ids from SSH, RDP and the services of the given kinds.
func aliasesOf(pick func(service) []string, kinds ...kind) []string {
	var ids []string
	for _, s := range append([]service{ssh, rdp}, services...) {
		for _, k := range kinds {
			if s.kind == k {
				ids = append(ids, pick(s)...)
			}
		}
	}
	return ids
}
